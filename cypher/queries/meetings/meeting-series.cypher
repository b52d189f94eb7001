// title: Meetings held again and again, in one series or under one name
// title_zh: 系列会议与反复举行的同名会议
// param times: int, held at least so often (default 2)
// param limit: int, rows (default 30)
// returns: meeting, times, first, last
MATCH (m:Meeting)
WHERE m.date_precision = 'day' AND m.date >= '0001'
OPTIONAL MATCH (m)-[:IN_SERIES]->(s:Meeting)
WITH coalesce(s.name, m.name) AS meeting, count(DISTINCT m.date) AS times, min(m.date) AS first, max(m.date) AS last
WHERE times >= $times
RETURN meeting, times, first, last
ORDER BY times DESC, meeting
LIMIT $limit
