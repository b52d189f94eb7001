// title: Who holds posts in a region
// title_zh: 某地区的任职官员
// param region: region, name or code
// param limit: int, rows (default 100)
// returns: official, official_id, organization, title, status, first_seen, last_seen
MATCH (r:Region {id: $region})<-[:PART_OF]-(g:Organization)<-[h:HOLDS]-(o:Official)
RETURN o.name AS official, o.id AS official_id, g.name AS organization, h.title AS title, h.status AS status,
       h.first_seen AS first_seen, h.last_seen AS last_seen
ORDER BY organization, title, official_id, status, first_seen
LIMIT $limit
