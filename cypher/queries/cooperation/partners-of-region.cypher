// title: Regions that cooperate most with one region
// title_zh: 与某地区合作最多的地区
// param region: region, name or code, e.g. 九江市
// param limit: int, rows (default 20)
// returns: partner, partner_id, mode, articles, meetings, initiatives, first_seen, last_seen
MATCH (r:Region {id: $region})-[c:COOPERATES_WITH]-(p:Region)
WITH r, p, c.mode AS mode, sum(c.weight) AS articles, min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
RETURN p.name AS partner, p.id AS partner_id, mode, articles,
       COUNT { MATCH (r)-[:TOOK_PART_IN]->(:Meeting)<-[:TOOK_PART_IN]-(p) } AS meetings,
       COUNT { MATCH (r)<-[:COVERS]-(:Initiative)-[:COVERS]->(p) } AS initiatives,
       first_seen, last_seen
ORDER BY articles DESC, partner_id, mode
LIMIT $limit
