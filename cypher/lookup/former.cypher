// title: The node that an id it no longer bears leads to
// title_zh: 按旧编号查找节点
// param text: an id that a node once had
// returns: id
MATCH (n)
WHERE $text IN n._former AND n._graph IS NOT NULL
RETURN n.id AS id
ORDER BY id
LIMIT 1
