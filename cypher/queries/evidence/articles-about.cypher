// title: The articles that name someone or something
// title_zh: 提到某人或某事物的文章
// param node: node, name, code or id
// param limit: int, rows (default 50)
// returns: published, article, title, source, url, path
MATCH (n:Official|Organization|Region|Meeting|Initiative {id: $node})
MATCH (d:Article)-[:MENTIONS]->(n)
RETURN d.published AS published, d.id AS article, d.title AS title, d.source AS source, d.url AS url, d.path AS path
ORDER BY published, article
LIMIT $limit
