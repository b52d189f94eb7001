// title: Cooperation between provinces (ties of their regions)
// title_zh: 省际合作矩阵
// returns: a, a_id, b, b_id, ties, articles
MATCH (p:Region {level: 'province'})<-[:PART_OF*0..4]-(x:Region)
WITH x, collect(DISTINCT p.id) AS ps
MATCH (x)-[c:COOPERATES_WITH]->(y:Region)
WITH ps, y, count(c) AS n, sum(c.weight) AS w
MATCH (y)-[:PART_OF*0..4]->(q:Region {level: 'province'})
UNWIND ps AS p
WITH DISTINCT CASE WHEN p < q.id THEN p ELSE q.id END AS a_id, CASE WHEN p < q.id THEN q.id ELSE p END AS b_id, ps, y,
     n, w
WITH a_id, b_id, sum(n) AS ties, sum(w) AS articles
MATCH (a:Region {id: a_id})
MATCH (b:Region {id: b_id})
RETURN a.name AS a, a_id, b.name AS b, b_id, ties, articles
ORDER BY ties DESC, articles DESC, a_id, b_id
