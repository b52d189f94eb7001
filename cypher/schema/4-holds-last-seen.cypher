// title: HOLDS edges by last_seen
// title_zh: HOLDS 关系的末见日期索引
CREATE INDEX kg_holds_last_seen IF NOT EXISTS FOR ()-[r:HOLDS]-() ON (r.last_seen)
