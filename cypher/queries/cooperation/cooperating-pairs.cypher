// title: Pairs of regions that cooperate most
// title_zh: 合作最多的地区组合
// param mode: text, only this mode: joint_meeting, agreement, co_build, pairing, integration, exchange, programme (default none)
// param limit: int, rows (default 20)
// returns: a, a_id, b, b_id, modes, articles, first_seen, last_seen
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
WHERE $mode IS NULL OR c.mode = $mode
WITH CASE WHEN x.id < y.id THEN x ELSE y END AS a, CASE WHEN x.id < y.id THEN y ELSE x END AS b, c
WITH a, b, count(DISTINCT c.mode) AS modes, sum(c.weight) AS articles,
     min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
RETURN a.name AS a, a.id AS a_id, b.name AS b, b.id AS b_id, modes, articles, first_seen, last_seen
ORDER BY articles DESC, modes DESC, a_id, b_id
LIMIT $limit
