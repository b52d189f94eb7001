// title: Delete edges that vanished from the graph
// title_zh: 删除图中已不存在的关系
// param graph: id of the graph
// param elements: strings, element ids
MATCH ()-[r]->()
WHERE elementId(r) IN $elements AND r._graph = $graph
DELETE r
