// title: Initiatives that cover a region
// title_zh: 覆盖某地区的事项
// param region: region, name or code
// returns: initiative, initiative_id, kind, others, first_seen, last_seen
MATCH (r:Region {id: $region})<-[c:COVERS]-(i:Initiative)
RETURN i.name AS initiative, i.id AS initiative_id, i.kind AS kind, COUNT { MATCH (i)-[:COVERS]->() } - 1 AS others,
       c.first_seen AS first_seen, c.last_seen AS last_seen
ORDER BY first_seen, initiative_id
