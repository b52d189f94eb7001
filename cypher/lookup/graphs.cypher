// title: The graphs that a database holds
// title_zh: 数据库中的各个图
MATCH (n:Region)
WHERE n._graph IS NOT NULL
RETURN DISTINCT n._graph AS graph
ORDER BY graph
