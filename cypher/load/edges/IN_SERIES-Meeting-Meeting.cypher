// title: Write IN_SERIES edges from Meeting to Meeting
// title_zh: 写入会议到会议的 IN_SERIES 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Meeting {_graph: $graph, id: row.source})
MATCH (b:Meeting {_graph: $graph, id: row.target})
MERGE (a)-[r:IN_SERIES {_graph: $graph, id: row.id}]->(b)
SET r += row.props
