// title: IN_SERIES edges by first_seen
// title_zh: IN_SERIES 关系的首见日期索引
CREATE INDEX kg_in_series_first_seen IF NOT EXISTS FOR ()-[r:IN_SERIES]-() ON (r.first_seen)
