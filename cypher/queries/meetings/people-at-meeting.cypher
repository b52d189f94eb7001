// title: Who was at a meeting, and in what role
// title_zh: 会议的参加人员及其角色
// param meeting: meeting, its name or id
// returns: official, official_id, chaired, spoke, articles
MATCH (o:Official)-[e:ATTENDED|CHAIRED|SPOKE_AT]->(m:Meeting {id: $meeting})
WITH m, o, max(e.weight) AS articles
RETURN o.name AS official, o.id AS official_id,
       EXISTS { MATCH (o)-[:CHAIRED]->(m) } AS chaired,
       EXISTS { MATCH (o)-[:SPOKE_AT]->(m) } AS spoke,
       articles
ORDER BY chaired DESC, spoke DESC, official_id
