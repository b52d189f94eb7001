// title: The posts of an official over time
// title_zh: 某官员的任职经历
// param official: official, name or id
// returns: official_id, first_seen, last_seen, organization, title, status, articles, sentence
MATCH (o:Official {id: $official})-[h:HOLDS]->(g:Organization)
RETURN o.id AS official_id, h.first_seen AS first_seen, h.last_seen AS last_seen, g.name AS organization,
       h.title AS title, h.status AS status, h.weight AS articles, h.sentences[0] AS sentence
ORDER BY first_seen, organization, title, h.id
