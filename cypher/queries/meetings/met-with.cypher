// title: Who was at the same meetings as one official
// title_zh: 与某官员同场出席会议的人
// param official: official, name or id
// param limit: int, rows (default 30)
// returns: official, official_id, meetings, first, last
MATCH (:Official {id: $official})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(o:Official)
RETURN o.name AS official, o.id AS official_id, count(DISTINCT m) AS meetings, min(m.date) AS first, max(m.date) AS last
ORDER BY meetings DESC, official_id
LIMIT $limit
