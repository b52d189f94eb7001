// title: COVERS edges by first_seen
// title_zh: COVERS 关系的首见日期索引
CREATE INDEX kg_covers_first_seen IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.first_seen)
