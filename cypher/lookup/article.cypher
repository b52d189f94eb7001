// title: Article nodes that a name, alias or id may stand for
// title_zh: 按名称、别名或编号查找文章
// param text: what the user wrote
MATCH (n:Article)
WHERE n.id = $text OR n.title = $text OR n.name CONTAINS $text OR n.id STARTS WITH 'article:' + $text
RETURN n.id AS id, n.name AS name, n.title AS title, n.published AS hint
ORDER BY size(n.name), n.id
LIMIT 500
