// title: COOPERATES_WITH edges by first_seen
// title_zh: COOPERATES_WITH 关系的首见日期索引
CREATE INDEX kg_cooperates_with_first_seen IF NOT EXISTS FOR ()-[r:COOPERATES_WITH]-() ON (r.first_seen)
