// title: Meetings told to be held in more than one region
// title_zh: 地点说法不一的会议
// param limit: int, rows (default 50)
// returns: meeting, meeting_id, date, places
MATCH (m:Meeting)-[:HELD_IN]->(r:Region)
WITH m, r ORDER BY r.id
WITH m, collect(r.name) AS places
WHERE size(places) > 1
RETURN m.name AS meeting, m.id AS meeting_id, m.date AS date, places
ORDER BY meeting_id
LIMIT $limit
