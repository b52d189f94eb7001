// title: Meeting nodes that a name, alias or id may stand for
// title_zh: 按名称、别名或编号查找会议
// param text: what the user wrote
MATCH (n:Meeting)
WHERE n.id = $text OR $text IN n.aliases OR n.name CONTAINS $text
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.date AS hint
ORDER BY size(n.name), n.id
LIMIT 500
