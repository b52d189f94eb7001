// title: The shortest ways from one official to another through meetings and posts
// title_zh: 两名官员之间的最短关系路径
// param a: official, name or id of the one
// param b: official, name or id of the other
// param limit: int, rows (default 5)
// returns: steps, names, types
MATCH (x:Official {id: $a}), (y:Official {id: $b})
MATCH p = allShortestPaths((x)-[:ATTENDED|HOLDS*..8]-(y))
WITH length(p) AS steps, [n IN nodes(p) | n.name] AS names, [e IN relationships(p) | type(e)] AS types
RETURN DISTINCT steps, names, types
ORDER BY names, types
LIMIT $limit
