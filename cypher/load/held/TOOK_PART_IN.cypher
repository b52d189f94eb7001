// title: The TOOK_PART_IN edges that a graph owns in the database
// title_zh: 数据库中属于某图的 TOOK_PART_IN 关系
// param graph: id of the graph
// returns: element, id, source, target, props
MATCH (a)-[r:TOOK_PART_IN]->(b)
WHERE r._graph = $graph
RETURN elementId(r) AS element, r.id AS id, a.id AS source, b.id AS target, properties(r) AS props
