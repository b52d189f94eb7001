// title: Who held a post, one after another
// title_zh: 某一职务的历任者
// param organization: organization, name or id, e.g. 九江市人民政府
// param title: the post, e.g. 市长
// returns: official, official_id, status, first_seen, last_seen, articles
MATCH (o:Official)-[h:HOLDS {title: $title}]->(:Organization {id: $organization})
RETURN o.name AS official, o.id AS official_id, h.status AS status, h.first_seen AS first_seen,
       h.last_seen AS last_seen, h.weight AS articles
ORDER BY first_seen, official_id, status
