// title: CONCERNS edges by last_seen
// title_zh: CONCERNS 关系的末见日期索引
CREATE INDEX kg_concerns_last_seen IF NOT EXISTS FOR ()-[r:CONCERNS]-() ON (r.last_seen)
