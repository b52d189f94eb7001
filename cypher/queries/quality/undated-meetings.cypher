// title: Meetings without a full date
// title_zh: 日期不全的会议
// param limit: int, rows (default 50)
// returns: meeting, meeting_id, date, articles
MATCH (m:Meeting)
WHERE coalesce(m.kind, '') <> 'series' AND (m.date IS NULL OR m.date_precision <> 'day' OR m.date STARTS WITH '--')
RETURN m.name AS meeting, m.id AS meeting_id, m.date AS date, COUNT { MATCH (:Article)-[:MENTIONS]->(m) } AS articles
ORDER BY articles DESC, meeting_id
LIMIT $limit
