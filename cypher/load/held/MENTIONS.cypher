// title: The MENTIONS edges that a graph owns in the database
// title_zh: 数据库中属于某图的 MENTIONS 关系
// param graph: id of the graph
// returns: element, id, source, target, props
MATCH (a)-[r:MENTIONS]->(b)
WHERE r._graph = $graph
RETURN elementId(r) AS element, r.id AS id, a.id AS source, b.id AS target, properties(r) AS props
