// title: Posts with two holders seen at the same time
// title_zh: 同一时期由两人担任的同一职务
// param titles: strings, posts that only one person holds (default 书记,市长,县长,区长,省长,主任,局长)
// param limit: int, rows (default 50)
// returns: organization, organization_id, title, a, a_id, b, b_id, from, to
MATCH (x:Official)-[h:HOLDS]->(g:Organization)<-[k:HOLDS]-(y:Official)
WHERE h.title IN $titles AND k.title = h.title AND h.status <> 'former' AND k.status <> 'former'
  AND h.first_seen <= k.last_seen AND k.first_seen <= h.last_seen AND x.id < y.id
RETURN g.name AS organization, g.id AS organization_id, h.title AS title, x.name AS a, x.id AS a_id, y.name AS b,
       y.id AS b_id, CASE WHEN h.first_seen > k.first_seen THEN h.first_seen ELSE k.first_seen END AS from,
       CASE WHEN h.last_seen < k.last_seen THEN h.last_seen ELSE k.last_seen END AS to
ORDER BY organization_id, title, a_id, b_id, from, to
LIMIT $limit
