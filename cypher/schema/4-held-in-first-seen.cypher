// title: HELD_IN edges by first_seen
// title_zh: HELD_IN 关系的首见日期索引
CREATE INDEX kg_held_in_first_seen IF NOT EXISTS FOR ()-[r:HELD_IN]-() ON (r.first_seen)
