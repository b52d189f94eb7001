// title: SPOKE_AT edges by first_seen
// title_zh: SPOKE_AT 关系的首见日期索引
CREATE INDEX kg_spoke_at_first_seen IF NOT EXISTS FOR ()-[r:SPOKE_AT]-() ON (r.first_seen)
