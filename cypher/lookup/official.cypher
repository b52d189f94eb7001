// title: Official nodes that a name, alias or id may stand for
// title_zh: 按名称、别名或编号查找官员
// param text: what the user wrote
MATCH (n:Official)
WHERE n.id = $text OR $text IN n.aliases OR n.name CONTAINS $text
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, head([(n)-[h:HOLDS]->(g) | g.name + ' ' + coalesce(h.title, '')]) AS hint
ORDER BY size(n.name), n.id
LIMIT 500
