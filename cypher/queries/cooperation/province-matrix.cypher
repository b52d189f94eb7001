// title: Cooperation between provinces (ties of their regions)
// title_zh: 省际合作矩阵
// returns: a, a_id, b, b_id, ties, articles
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
MATCH (x)-[:PART_OF*0..4]->(p:Region {level: 'province'})
MATCH (y)-[:PART_OF*0..4]->(q:Region {level: 'province'})
WITH CASE WHEN p.id < q.id THEN p ELSE q END AS a, CASE WHEN p.id < q.id THEN q ELSE p END AS b, c
WITH a, b, count(DISTINCT c) AS ties, sum(c.weight) AS articles
RETURN a.name AS a, a.id AS a_id, b.name AS b, b.id AS b_id, ties, articles
ORDER BY ties DESC, articles DESC, a_id, b_id
