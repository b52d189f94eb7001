// title: The IN_SERIES edges that a graph owns in the database
// title_zh: 数据库中属于某图的 IN_SERIES 关系
// param graph: id of the graph
// returns: element, id, source, target, props
MATCH (a)-[r:IN_SERIES]->(b)
WHERE r._graph = $graph
RETURN elementId(r) AS element, r.id AS id, a.id AS source, b.id AS target, properties(r) AS props
