// title: Ties between regions first seen since a date
// title_zh: 某日以来新出现的地区合作
// param since: date, first day, e.g. 2023-01-01
// param limit: int, rows (default 50)
// returns: first_seen, a, a_id, b, b_id, mode, articles
MATCH (a:Region)-[c:COOPERATES_WITH]->(b:Region)
WHERE c.first_seen >= $since
RETURN c.first_seen AS first_seen, a.name AS a, a.id AS a_id, b.name AS b, b.id AS b_id, c.mode AS mode,
       c.weight AS articles
ORDER BY first_seen, a_id, b_id, mode
LIMIT $limit
