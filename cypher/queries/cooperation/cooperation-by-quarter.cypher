// title: Cooperation over time, by quarter
// title_zh: 合作随时间的变化（按季度）
// param region: region, only ties of this one (default none)
// returns: quarter, ties, articles
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
WHERE $region IS NULL OR x.id = $region OR y.id = $region
UNWIND c.articles AS article
MATCH (a:Article {id: article})
WHERE a.published IS NOT NULL
WITH c, a, toString((toInteger(substring(a.published, 5, 2)) + 2) / 3) AS q
RETURN substring(a.published, 0, 4) + 'Q' + q AS quarter, count(DISTINCT c) AS ties, count(DISTINCT a) AS articles
ORDER BY quarter
