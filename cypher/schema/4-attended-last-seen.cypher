// title: ATTENDED edges by last_seen
// title_zh: ATTENDED 关系的末见日期索引
CREATE INDEX kg_attended_last_seen IF NOT EXISTS FOR ()-[r:ATTENDED]-() ON (r.last_seen)
