// title: COVERS edges by last_seen
// title_zh: COVERS 关系的末见日期索引
CREATE INDEX kg_covers_last_seen IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.last_seen)
