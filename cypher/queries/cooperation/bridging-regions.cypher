// title: Regions whose partners lie in the most provinces
// title_zh: 联系省份最多的地区
// param limit: int, rows (default 20)
// returns: region, region_id, provinces, partners
MATCH (v:Region {level: 'province'})<-[:PART_OF*0..4]-(p:Region)
MATCH (p)-[:COOPERATES_WITH]-(r:Region)
RETURN r.name AS region, r.id AS region_id, count(DISTINCT v) AS provinces, count(DISTINCT p) AS partners
ORDER BY provinces DESC, partners DESC, region_id
LIMIT $limit
