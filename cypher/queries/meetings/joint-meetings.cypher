// title: Meetings in which two regions took part together
// title_zh: 两地区共同参加的会议
// param a: region, name or code of the one
// param b: region, name or code of the other
// returns: date, meeting, meeting_id, kind, parties
MATCH (:Region {id: $a})-[:TOOK_PART_IN]->(m:Meeting)<-[:TOOK_PART_IN]-(:Region {id: $b})
RETURN m.date AS date, m.name AS meeting, m.id AS meeting_id, m.kind AS kind,
       COUNT { MATCH (m)<-[:TOOK_PART_IN]-() } AS parties
ORDER BY date, meeting_id
