// title: What an article says: every edge it is evidence for
// title_zh: 某篇文章所陈述的全部事实
// param article: article, title, file name (without ending) or id
// returns: type, source, target, detail, sentence, start, stop, edge
MATCH (d:Article {id: $article})-[:MENTIONS]->(x)-[e]->(y)
WHERE NOT x:Article AND d.id IN e.articles
UNWIND range(0, size(e.articles) - 1) AS i
WITH x, y, e, i, d
WHERE e.articles[i] = d.id
RETURN type(e) AS type, x.name AS source, y.name AS target, coalesce(e.mode, e.title) AS detail,
       e.sentences[i] AS sentence, e.starts[i] AS start, e.ends[i] AS stop, e.id AS edge
ORDER BY start, edge
