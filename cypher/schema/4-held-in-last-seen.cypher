// title: HELD_IN edges by last_seen
// title_zh: HELD_IN 关系的末见日期索引
CREATE INDEX kg_held_in_last_seen IF NOT EXISTS FOR ()-[r:HELD_IN]-() ON (r.last_seen)
