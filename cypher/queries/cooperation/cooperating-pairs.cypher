// title: Pairs of regions that cooperate most
// title_zh: 合作最多的地区组合
// param mode: text, only this mode: joint_meeting, agreement, co_build, pairing, integration, exchange, programme (default none)
// param limit: int, rows (default 20)
// returns: a, a_id, b, b_id, modes, articles, first_seen, last_seen
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
WHERE $mode IS NULL OR c.mode = $mode
WITH CASE WHEN x.id < y.id THEN x.id ELSE y.id END AS a_id, CASE WHEN x.id < y.id THEN y.id ELSE x.id END AS b_id, c
WITH a_id, b_id, count(DISTINCT c.mode) AS modes, sum(c.weight) AS articles,
     min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
ORDER BY articles DESC, modes DESC, a_id, b_id
LIMIT $limit
MATCH (a:Region {id: a_id})
MATCH (b:Region {id: b_id})
RETURN a.name AS a, a_id, b.name AS b, b_id, modes, articles, first_seen, last_seen
ORDER BY articles DESC, modes DESC, a_id, b_id
