// title: Write Article nodes; a property that is null is removed, others' properties stay
// title_zh: 写入文章节点
// param graph: id of the graph that owns the nodes
// param rows: list of maps id, props
UNWIND $rows AS row
MERGE (n:Article {_graph: $graph, id: row.id})
SET n += row.props
