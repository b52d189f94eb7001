// title: ATTENDED edges by first_seen
// title_zh: ATTENDED 关系的首见日期索引
CREATE INDEX kg_attended_first_seen IF NOT EXISTS FOR ()-[r:ATTENDED]-() ON (r.first_seen)
