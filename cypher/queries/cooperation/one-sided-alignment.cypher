// title: Regions that align with another, and whether it is returned (对接, 融入)
// title_zh: 单向与双向的对接、融入
// param limit: int, rows (default 50)
// returns: source, source_id, target, target_id, articles, returned
MATCH (a:Region)-[c:COOPERATES_WITH {mode: 'integration'}]->(b:Region)
RETURN a.name AS source, a.id AS source_id, b.name AS target, b.id AS target_id, c.weight AS articles,
       EXISTS { MATCH (b)-[:COOPERATES_WITH {mode: 'integration'}]->(a) } AS returned
ORDER BY articles DESC, source_id, target_id
LIMIT $limit
