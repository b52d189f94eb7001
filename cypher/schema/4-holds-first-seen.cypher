// title: HOLDS edges by first_seen
// title_zh: HOLDS 关系的首见日期索引
CREATE INDEX kg_holds_first_seen IF NOT EXISTS FOR ()-[r:HOLDS]-() ON (r.first_seen)
