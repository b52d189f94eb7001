// title: Every sentence behind every edge between two things
// title_zh: 两个节点之间每条关系的每句依据
// param a: node, name, code or id of the one
// param b: node, name, code or id of the other
// returns: type, detail, published, article, path, sentence, start, stop, edge
MATCH (x)-[e]-(y)
WHERE x.id = $a AND y.id = $b
UNWIND range(0, size(e.articles) - 1) AS i
WITH type(e) AS type, coalesce(e.mode, e.title) AS detail, e.id AS edge, e.articles[i] AS article,
     e.sentences[i] AS sentence, e.starts[i] AS start, e.ends[i] AS stop
MATCH (d:Article {id: article})
RETURN type, detail, d.published AS published, article, d.path AS path, sentence, start, stop, edge
ORDER BY type, detail, published, article, start, edge
