// title: Posts with two holders seen at the same time
// title_zh: 同一时期由两人担任的同一职务
// param titles: strings, posts that only one person holds (default 书记,市长,县长,区长,省长,主任,局长)
// param limit: int, rows (default 50)
// returns: organization, organization_id, title, a, a_id, b, b_id, from, to
MATCH (u:Organization)
WHERE u._contested IS NULL
WITH collect(u) AS unknown
OPTIONAL MATCH (o:Organization)
WHERE any(title IN o._contested WHERE title IN $titles)
WITH unknown, o
ORDER BY o.id
LIMIT $limit
WITH unknown, collect(o) AS known
UNWIND unknown + known AS g
MATCH (x:Official)-[h:HOLDS]->(g)
WHERE h.title IN $titles AND h.status <> 'former'
WITH g.id AS organization_id, h.title AS title, collect([x.id, h.first_seen, h.last_seen]) AS holders
WHERE size(holders) > 1
UNWIND holders AS p
UNWIND holders AS q
WITH organization_id, title, p, q
WHERE p[0] < q[0] AND p[1] <= q[2] AND q[1] <= p[2]
WITH organization_id, title, p[0] AS a_id, q[0] AS b_id, CASE WHEN p[1] > q[1] THEN p[1] ELSE q[1] END AS from,
     CASE WHEN p[2] < q[2] THEN p[2] ELSE q[2] END AS to
ORDER BY organization_id, title, a_id, b_id, from, to
LIMIT $limit
MATCH (g:Organization {id: organization_id})
MATCH (a:Official {id: a_id})
MATCH (b:Official {id: b_id})
RETURN g.name AS organization, organization_id, title, a.name AS a, a_id, b.name AS b, b_id, from, to
ORDER BY organization_id, title, a_id, b_id, from, to
