// title: Names borne by several officials: different people, or one not recognised
// title_zh: 同名官员
// param limit: int, rows (default 50)
// returns: name, people, ids
MATCH (o:Official)
WITH o ORDER BY o.id
WITH o.name AS name, collect(o.id) AS ids
WHERE size(ids) > 1
RETURN name, size(ids) AS people, ids
ORDER BY people DESC, name
LIMIT $limit
