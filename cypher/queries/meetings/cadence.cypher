// title: Days between the meetings of a series
// title_zh: 系列会议的间隔天数
// param meeting: name of the series, or a part of it
// returns: meeting, date, previous, days
MATCH (m:Meeting)
WHERE m.name CONTAINS $meeting AND m.date_precision = 'day' AND m.date >= '0001'
WITH DISTINCT m.name AS meeting, m.date AS date
OPTIONAL MATCH (o:Meeting {name: meeting})
WHERE o.date_precision = 'day' AND o.date >= '0001' AND o.date < date
WITH meeting, date, max(o.date) AS previous
RETURN meeting, date, previous,
       CASE WHEN previous IS NULL THEN null ELSE duration.inDays(date(previous), date(date)).days END AS days
ORDER BY meeting, date
