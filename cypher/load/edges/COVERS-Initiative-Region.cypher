// title: Write COVERS edges from Initiative to Region
// title_zh: 写入事项到地区的 COVERS 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Initiative {_graph: $graph, id: row.source})
MATCH (b:Region {_graph: $graph, id: row.target})
MERGE (a)-[r:COVERS {_graph: $graph, id: row.id}]->(b)
SET r += row.props
