// title: Who chaired most meetings
// title_zh: 主持会议最多的官员
// param region: region, only meetings held there or with it (default none)
// param limit: int, rows (default 20)
// returns: official, official_id, meetings, first, last
MATCH (o:Official)-[:CHAIRED]->(m:Meeting)
WHERE $region IS NULL OR EXISTS { MATCH (m)-[:HELD_IN|TOOK_PART_IN]-(:Region {id: $region}) }
RETURN o.name AS official, o.id AS official_id, count(m) AS meetings, min(m.date) AS first, max(m.date) AS last
ORDER BY meetings DESC, official_id
LIMIT $limit
