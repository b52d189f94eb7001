// title: COOPERATES_WITH edges by last_seen
// title_zh: COOPERATES_WITH 关系的末见日期索引
CREATE INDEX kg_cooperates_with_last_seen IF NOT EXISTS FOR ()-[r:COOPERATES_WITH]-() ON (r.last_seen)
