// title: CHAIRED edges by first_seen
// title_zh: CHAIRED 关系的首见日期索引
CREATE INDEX kg_chaired_first_seen IF NOT EXISTS FOR ()-[r:CHAIRED]-() ON (r.first_seen)
