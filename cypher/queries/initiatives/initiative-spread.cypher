// title: Which regions an initiative covers, in the order they were told of
// title_zh: 某事项覆盖的地区及先后
// param initiative: initiative, name or id
// returns: region, region_id, level, first_seen, last_seen, articles, sentence
MATCH (:Initiative {id: $initiative})-[c:COVERS]->(r:Region)
RETURN r.name AS region, r.id AS region_id, r.level AS level, c.first_seen AS first_seen, c.last_seen AS last_seen,
       c.weight AS articles, c.sentences[0] AS sentence
ORDER BY first_seen, region_id
