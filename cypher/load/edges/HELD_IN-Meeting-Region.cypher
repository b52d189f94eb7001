// title: Write HELD_IN edges from Meeting to Region
// title_zh: 写入会议到地区的 HELD_IN 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Meeting {_graph: $graph, id: row.source})
MATCH (b:Region {_graph: $graph, id: row.target})
MERGE (a)-[r:HELD_IN {_graph: $graph, id: row.id}]->(b)
SET r += row.props
