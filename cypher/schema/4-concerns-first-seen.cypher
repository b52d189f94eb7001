// title: CONCERNS edges by first_seen
// title_zh: CONCERNS 关系的首见日期索引
CREATE INDEX kg_concerns_first_seen IF NOT EXISTS FOR ()-[r:CONCERNS]-() ON (r.first_seen)
