// title: Places that no code could be given to
// title_zh: 未能确定代码的地名
// param limit: int, rows (default 50)
// returns: region, region_id, level, articles
MATCH (r:Region)
WHERE r.code IS NULL AND NOT r.level IN ['zone', 'cluster']
RETURN r.name AS region, r.id AS region_id, r.level AS level, COUNT { MATCH (:Article)-[:MENTIONS]->(r) } AS articles
ORDER BY articles DESC, region_id
LIMIT $limit
