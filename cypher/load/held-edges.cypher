// title: The edges of one type that a graph owns in the database
// title_zh: 数据库中属于某图的某类关系
// param graph: id of the graph
// param type: the type
MATCH (a)-[r:$($type)]->(b)
WHERE r._graph = $graph
RETURN elementId(r) AS element, r.id AS id, a.id AS source, b.id AS target, properties(r) AS props
