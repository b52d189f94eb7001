// title: Write COOPERATES_WITH edges from Region to Region
// title_zh: 写入地区到地区的 COOPERATES_WITH 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Region {_graph: $graph, id: row.source})
MATCH (b:Region {_graph: $graph, id: row.target})
MERGE (a)-[r:COOPERATES_WITH {_graph: $graph, id: row.id}]->(b)
SET r += row.props
