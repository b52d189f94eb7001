// title: Regions by number of meetings held together with others
// title_zh: 按联合会议次数排列的地区
// param limit: int, rows (default 20)
// returns: region, region_id, meetings, partners
MATCH (r:Region)-[:TOOK_PART_IN]->(m:Meeting)<-[:TOOK_PART_IN]-(p:Region)
RETURN r.name AS region, r.id AS region_id, count(DISTINCT m) AS meetings, count(DISTINCT p) AS partners
ORDER BY meetings DESC, partners DESC, region_id
LIMIT $limit
