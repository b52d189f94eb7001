// title: SPOKE_AT edges by last_seen
// title_zh: SPOKE_AT 关系的末见日期索引
CREATE INDEX kg_spoke_at_last_seen IF NOT EXISTS FOR ()-[r:SPOKE_AT]-() ON (r.last_seen)
