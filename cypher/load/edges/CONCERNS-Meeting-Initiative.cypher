// title: Write CONCERNS edges from Meeting to Initiative
// title_zh: 写入会议到事项的 CONCERNS 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Meeting {_graph: $graph, id: row.source})
MATCH (b:Initiative {_graph: $graph, id: row.target})
MERGE (a)-[r:CONCERNS {_graph: $graph, id: row.id}]->(b)
SET r += row.props
