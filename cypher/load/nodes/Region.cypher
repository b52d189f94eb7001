// title: Write Region nodes; a property that is null is removed, others' properties stay
// title_zh: 写入地区节点
// param graph: id of the graph that owns the nodes
// param rows: list of maps id, props
UNWIND $rows AS row
MERGE (n:Region {_graph: $graph, id: row.id})
SET n += row.props
