// title: Officials who met the most other officials
// title_zh: 会面人数最多的官员
// param limit: int, rows (default 20)
// returns: official, official_id, people, meetings
MATCH (u:Official)
WHERE u._met IS NULL
WITH collect(u) AS unknown
OPTIONAL MATCH (o:Official)
WHERE o._met > 0
WITH unknown, o
ORDER BY o._met DESC, o._met_at DESC, o.id
LIMIT $limit
WITH unknown, collect(o) AS known
UNWIND unknown + known AS o
MATCH (o)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(p:Official)
RETURN o.name AS official, o.id AS official_id, count(DISTINCT p) AS people, count(DISTINCT m) AS meetings
ORDER BY people DESC, meetings DESC, official_id
LIMIT $limit
