// title: The Official nodes that a graph owns in the database
// title_zh: 数据库中属于某图的官员节点
// param graph: id of the graph
// returns: element, id, props
MATCH (n:Official)
WHERE n._graph = $graph
RETURN elementId(n) AS element, n.id AS id, properties(n) AS props
