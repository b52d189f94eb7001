// title: Every tie between two regions, with the sentence that says so
// title_zh: 两地区之间的每一项联系及其原句
// param a: region, name or code of the one, e.g. 九江市
// param b: region, name or code of the other, e.g. 黄冈市
// returns: kind, name, published, article, title, sentence, confidence, edge
CALL {
  MATCH (:Region {id: $a})-[c:COOPERATES_WITH]-(:Region {id: $b})
  RETURN 'cooperation' AS kind, c.mode AS name, c AS c
  UNION ALL
  MATCH (:Region {id: $a})-[c:TOOK_PART_IN]->(m:Meeting)<-[:TOOK_PART_IN]-(:Region {id: $b})
  RETURN 'meeting' AS kind, m.name AS name, c AS c
  UNION ALL
  MATCH (:Region {id: $b})-[c:TOOK_PART_IN]->(m:Meeting)<-[:TOOK_PART_IN]-(:Region {id: $a})
  RETURN 'meeting' AS kind, m.name AS name, c AS c
  UNION ALL
  MATCH (:Region {id: $a})<-[c:COVERS]-(i:Initiative)-[:COVERS]->(:Region {id: $b})
  RETURN 'initiative' AS kind, i.name AS name, c AS c
  UNION ALL
  MATCH (:Region {id: $b})<-[c:COVERS]-(i:Initiative)-[:COVERS]->(:Region {id: $a})
  RETURN 'initiative' AS kind, i.name AS name, c AS c
}
UNWIND range(0, size(c.articles) - 1) AS i
WITH kind, name, c.id AS edge, c.confidence AS confidence, c.articles[i] AS article, c.sentences[i] AS sentence
MATCH (a:Article {id: article})
RETURN kind, name, a.published AS published, article, a.title AS title, sentence, confidence, edge
ORDER BY kind, published, article, name, edge
