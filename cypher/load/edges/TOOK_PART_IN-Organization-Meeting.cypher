// title: Write TOOK_PART_IN edges from Organization to Meeting
// title_zh: 写入机构到会议的 TOOK_PART_IN 关系
// param graph: id of the graph that owns the edges
// param rows: list of maps id, source, target, props
UNWIND $rows AS row
MATCH (a:Organization {_graph: $graph, id: row.source})
MATCH (b:Meeting {_graph: $graph, id: row.target})
MERGE (a)-[r:TOOK_PART_IN {_graph: $graph, id: row.id}]->(b)
SET r += row.props
