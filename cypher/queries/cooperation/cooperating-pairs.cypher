// title: Pairs of regions that cooperate most
// title_zh: 合作最多的地区组合
// param mode: text, only this mode: joint_meeting, agreement, co_build, pairing, integration, exchange, programme (default none)
// param limit: int, rows (default 20)
// returns: a, a_id, b, b_id, modes, articles, first_seen, last_seen
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
WITH x.id AS x, y.id AS y, c.mode AS mode, c.weight AS weight, c.first_seen AS first, c.last_seen AS last
WHERE $mode IS NULL OR mode = $mode
WITH CASE WHEN x < y THEN x ELSE y END AS a_id, CASE WHEN x < y THEN y ELSE x END AS b_id, mode, weight, first, last
WITH a_id, b_id, count(DISTINCT mode) AS modes, sum(weight) AS articles, min(first) AS first_seen, max(last) AS last_seen
ORDER BY articles DESC, modes DESC, a_id, b_id
LIMIT $limit
MATCH (a:Region {id: a_id})
MATCH (b:Region {id: b_id})
RETURN a.name AS a, a_id, b.name AS b, b_id, modes, articles, first_seen, last_seen
ORDER BY articles DESC, modes DESC, a_id, b_id
