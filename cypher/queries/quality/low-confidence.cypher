// title: The facts we are least sure of
// title_zh: 置信度最低的事实
// param below: float, confidence under this (default 0.6)
// param limit: int, rows (default 50)
// returns: confidence, type, source, target, articles, sentence, edge
MATCH (a)-[e]->(b)
WHERE e.confidence < $below AND NOT a:Article
RETURN e.confidence AS confidence, type(e) AS type, a.name AS source, b.name AS target, e.weight AS articles,
       e.sentences[0] AS sentence, e.id AS edge
ORDER BY confidence, edge
LIMIT $limit
