// title: Meetings of a region in a period
// title_zh: 某地区一段时间内的会议
// param region: region, name or code, e.g. 九江市
// param from: date, first day (default 0001-01-01)
// param to: date, last day (default 9999-12-31)
// param limit: int, rows (default 100)
// returns: date, meeting, meeting_id, kind, took_part, held_here
MATCH (r:Region {id: $region})-[:TOOK_PART_IN|HELD_IN]-(m:Meeting)
WHERE m.date >= $from AND substring(m.date, 0, size($to)) <= $to
WITH DISTINCT r, m
RETURN m.date AS date, m.name AS meeting, m.id AS meeting_id, m.kind AS kind,
       EXISTS { MATCH (r)-[:TOOK_PART_IN]->(m) } AS took_part,
       EXISTS { MATCH (m)-[:HELD_IN]->(r) } AS held_here
ORDER BY date, meeting_id
LIMIT $limit
