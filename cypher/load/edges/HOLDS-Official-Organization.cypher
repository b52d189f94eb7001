// title: Write HOLDS edges from Official to Organization
// title_zh: 写入官员到机构的 HOLDS 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Official {_graph: $graph, id: row.source})
MATCH (b:Organization {_graph: $graph, id: row.target})
MERGE (a)-[r:HOLDS {_graph: $graph, id: row.id}]->(b)
SET r += row.props
