// title: Region nodes that a name, alias or id may stand for
// title_zh: 按名称、别名或编号查找地区
// param text: what the user wrote
MATCH (n:Region)
WHERE n.id = $text OR n.code = $text OR $text IN n.aliases OR n.name CONTAINS $text
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.code AS code, n.level AS level, n.level + coalesce(', ' + n.parent, '') AS hint
ORDER BY size(n.name), n.id
LIMIT 500
