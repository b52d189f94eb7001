// title: The life of initiatives: when told of first and last, with how many meetings and regions
// title_zh: 各事项的生命周期
// param kind: text, only this kind: agreement, plan, project, zone, strategy, mechanism, campaign (default none)
// param limit: int, rows (default 50)
// returns: initiative, initiative_id, kind, first_seen, last_seen, articles, meetings, regions
MATCH (a:Article)-[:MENTIONS]->(i:Initiative)
WHERE $kind IS NULL OR i.kind = $kind
WITH i, min(a.published) AS first_seen, max(a.published) AS last_seen, count(a) AS articles
RETURN i.name AS initiative, i.id AS initiative_id, i.kind AS kind, first_seen, last_seen, articles,
       COUNT { MATCH (:Meeting)-[:CONCERNS]->(i) } AS meetings,
       COUNT { MATCH (i)-[:COVERS]->(:Region) } AS regions
ORDER BY articles DESC, initiative_id
LIMIT $limit
