// title: Write ATTENDED edges from Official to Meeting
// title_zh: 写入官员到会议的 ATTENDED 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Official {_graph: $graph, id: row.source})
MATCH (b:Meeting {_graph: $graph, id: row.target})
MERGE (a)-[r:ATTENDED {_graph: $graph, id: row.id}]->(b)
SET r += row.props
