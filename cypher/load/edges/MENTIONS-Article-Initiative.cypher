// title: Write MENTIONS edges from Article to Initiative
// title_zh: 写入文章到事项的 MENTIONS 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Article {_graph: $graph, id: row.source})
MATCH (b:Initiative {_graph: $graph, id: row.target})
MERGE (a)-[r:MENTIONS {_graph: $graph, id: row.id}]->(b)
SET r += row.props
