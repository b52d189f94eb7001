// title: Delete nodes that vanished from the graph and that nothing hangs on
// title_zh: 删除图中已不存在且无其他关系的节点
// param graph: id of the graph
// param elements: strings, element ids
// returns: deleted
MATCH (n)
WHERE elementId(n) IN $elements AND n._graph = $graph AND NOT EXISTS { (n)--() }
DELETE n
RETURN count(*) AS deleted
