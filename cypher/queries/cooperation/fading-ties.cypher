// title: Ties between regions not seen since a date
// title_zh: 某日以后不再出现的地区合作
// param before: date, seen last before this day, e.g. 2020-01-01
// param articles: int, only ties told in at least so many articles (default 1)
// param limit: int, rows (default 50)
// returns: last_seen, a, a_id, b, b_id, mode, articles
MATCH (a:Region)-[c:COOPERATES_WITH]->(b:Region)
WHERE c.last_seen < $before AND c.weight >= $articles
RETURN c.last_seen AS last_seen, a.name AS a, a.id AS a_id, b.name AS b, b.id AS b_id, c.mode AS mode,
       c.weight AS articles
ORDER BY articles DESC, last_seen, a_id, b_id, mode
LIMIT $limit
