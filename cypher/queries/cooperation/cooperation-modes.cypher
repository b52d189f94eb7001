// title: How regions cooperate: pairs and articles for each mode
// title_zh: 各类合作方式的地区数与报道数
// param region: region, only ties of this one (default none)
// returns: mode, ties, articles, first_seen, last_seen
MATCH (x:Region)-[c:COOPERATES_WITH]->(y:Region)
WHERE $region IS NULL OR x.id = $region OR y.id = $region
RETURN c.mode AS mode, count(c) AS ties, sum(c.weight) AS articles,
       min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
ORDER BY ties DESC, mode
