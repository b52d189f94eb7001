// title: Write SPOKE_AT edges from Official to Meeting
// title_zh: 写入官员到会议的 SPOKE_AT 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Official {_graph: $graph, id: row.source})
MATCH (b:Meeting {_graph: $graph, id: row.target})
MERGE (a)-[r:SPOKE_AT {_graph: $graph, id: row.id}]->(b)
SET r += row.props
