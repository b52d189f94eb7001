// title: Cooperation over time, by quarter
// title_zh: 合作随时间的变化（按季度）
// param region: region, only ties of this one (default none)
// returns: quarter, ties, articles
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
WHERE $region IS NULL OR x.id = $region OR y.id = $region
UNWIND c.articles AS article
WITH c.id AS tie, article
MATCH (a:Article {id: article})
WHERE a.published IS NOT NULL
WITH tie, article, a.published AS day
WITH tie, article, substring(day, 0, 4) + 'Q' + toString((toInteger(substring(day, 5, 2)) + 2) / 3) AS quarter
RETURN quarter, count(DISTINCT tie) AS ties, count(DISTINCT article) AS articles
ORDER BY quarter
