// title: The nodes of one label that a graph owns in the database
// title_zh: 数据库中属于某图的某类节点
// param graph: id of the graph
// param label: the label
MATCH (n:$($label))
WHERE n._graph = $graph
RETURN elementId(n) AS element, n.id AS id, properties(n) AS props
