// title: Write PART_OF edges from Organization to Region
// title_zh: 写入机构到地区的 PART_OF 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Organization {_graph: $graph, id: row.source})
MATCH (b:Region {_graph: $graph, id: row.target})
MERGE (a)-[r:PART_OF {_graph: $graph, id: row.id}]->(b)
SET r += row.props
