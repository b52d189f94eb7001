// title: Days between the meetings of a series
// title_zh: 系列会议的间隔天数
// param meeting: name of the series, or a part of it
// returns: meeting, date, previous, days
MATCH (m:Meeting)
WHERE m.date_precision = 'day' AND m.date >= '0001'
OPTIONAL MATCH (m)-[:IN_SERIES]->(s:Meeting)
WITH coalesce(s.name, m.name) AS meeting, m.date AS date
WHERE meeting CONTAINS $meeting
WITH DISTINCT meeting, date
ORDER BY meeting, date
WITH meeting, collect(date) AS dates
UNWIND range(0, size(dates) - 1) AS i
WITH meeting, dates[i] AS date, CASE WHEN i = 0 THEN null ELSE dates[i - 1] END AS previous
RETURN meeting, date, previous,
       CASE WHEN previous IS NULL THEN null ELSE duration.inDays(date(previous), date(date)).days END AS days
ORDER BY meeting, date
