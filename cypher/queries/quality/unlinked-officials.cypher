// title: Officials without a post or a meeting: perhaps none at all
// title_zh: 没有职务也没有会议的人
// param limit: int, rows (default 50)
// returns: official, official_id, articles
MATCH (o:Official)
WHERE NOT EXISTS { MATCH (o)-[:HOLDS|ATTENDED|CHAIRED|SPOKE_AT]->() }
RETURN o.name AS official, o.id AS official_id, COUNT { MATCH (:Article)-[:MENTIONS]->(o) } AS articles
ORDER BY articles DESC, official_id
LIMIT $limit
