// title: Regions where the most meetings were held
// title_zh: 承办会议最多的地区
// param from: date, first day (default 0001-01-01)
// param to: date, last day (default 9999-12-31)
// param limit: int, rows (default 20)
// returns: region, region_id, meetings, first, last
MATCH (m:Meeting)-[:HELD_IN]->(r:Region)
WHERE m.date >= $from AND substring(m.date, 0, size($to)) <= $to
RETURN r.name AS region, r.id AS region_id, count(m) AS meetings, min(m.date) AS first, max(m.date) AS last
ORDER BY meetings DESC, region_id
LIMIT $limit
