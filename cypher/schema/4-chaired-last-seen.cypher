// title: CHAIRED edges by last_seen
// title_zh: CHAIRED 关系的末见日期索引
CREATE INDEX kg_chaired_last_seen IF NOT EXISTS FOR ()-[r:CHAIRED]-() ON (r.last_seen)
