// title: The facts we are least sure of
// title_zh: 置信度最低的事实
// param below: float, confidence under this (default 0.6)
// param limit: int, rows (default 50)
// returns: confidence, type, source, target, articles, sentence, edge
MATCH (u:Official|Organization|Region|Meeting|Initiative)
WHERE u._least IS NULL
WITH collect(u) AS unknown
OPTIONAL MATCH (o:Official|Organization|Region|Meeting|Initiative)
WHERE o._least < $below AND o._least_edge IS NOT NULL
WITH unknown, o
ORDER BY o._least, o._least_edge
LIMIT $limit
WITH unknown, collect(o) AS known
UNWIND unknown + known AS a
MATCH (a)-[e:HOLDS|CHAIRED|SPOKE_AT|ATTENDED|TOOK_PART_IN|HELD_IN|CONCERNS|COVERS|COOPERATES_WITH|PART_OF|IN_SERIES]->()
WHERE e.confidence < $below
WITH e
ORDER BY e.confidence, e.id
LIMIT $limit
RETURN e.confidence AS confidence, type(e) AS type, startNode(e).name AS source, endNode(e).name AS target,
       e.weight AS articles, e.sentences[0] AS sentence, e.id AS edge
ORDER BY confidence, edge
