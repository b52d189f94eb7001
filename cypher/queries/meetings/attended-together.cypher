// title: Pairs of officials most often at the same meetings
// title_zh: 最常同场出席会议的官员组合
// param limit: int, rows (default 20)
// returns: a, a_id, b, b_id, meetings
MATCH (u:Official)
WHERE u._together IS NULL
WITH collect(u) AS unknown
OPTIONAL MATCH (o:Official)
WHERE o._together > 0
WITH unknown, o
ORDER BY o._together DESC, o.id
LIMIT $limit
WITH unknown, collect(o) AS known
UNWIND unknown + known AS a
MATCH (a)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(b:Official)
WHERE a.id < b.id
WITH a.id AS a_id, b.id AS b_id, count(DISTINCT m) AS meetings
ORDER BY meetings DESC, a_id, b_id
LIMIT $limit
MATCH (a:Official {id: a_id})
MATCH (b:Official {id: b_id})
RETURN a.name AS a, a_id, b.name AS b, b_id, meetings
ORDER BY meetings DESC, a_id, b_id
