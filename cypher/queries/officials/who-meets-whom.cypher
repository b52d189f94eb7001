// title: Officials of one region who met officials of another
// title_zh: 两地官员的会面
// param a: region, name or code of the one
// param b: region, name or code of the other
// param limit: int, rows (default 50)
// returns: a, a_id, b, b_id, meetings, first, last
MATCH (:Region {id: $a})<-[:PART_OF]-(:Organization)<-[:HOLDS]-(x:Official)
WITH DISTINCT x
MATCH (x)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(y:Official)
WHERE EXISTS { MATCH (y)-[:HOLDS]->(:Organization)-[:PART_OF]->(:Region {id: $b}) }
RETURN x.name AS a, x.id AS a_id, y.name AS b, y.id AS b_id, count(DISTINCT m) AS meetings,
       min(m.date) AS first, max(m.date) AS last
ORDER BY meetings DESC, a_id, b_id
LIMIT $limit
