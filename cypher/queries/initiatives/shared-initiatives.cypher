// title: Initiatives that two regions share
// title_zh: 两地区共同参与的事项
// param a: region, name or code of the one
// param b: region, name or code of the other
// returns: initiative, initiative_id, kind, regions, first_seen, last_seen
MATCH (:Region {id: $a})<-[x:COVERS]-(i:Initiative)-[y:COVERS]->(:Region {id: $b})
RETURN i.name AS initiative, i.id AS initiative_id, i.kind AS kind, COUNT { MATCH (i)-[:COVERS]->() } AS regions,
       CASE WHEN x.first_seen < y.first_seen OR y.first_seen IS NULL THEN x.first_seen ELSE y.first_seen END AS first_seen,
       CASE WHEN x.last_seen > y.last_seen OR y.last_seen IS NULL THEN x.last_seen ELSE y.last_seen END AS last_seen
ORDER BY initiative_id
