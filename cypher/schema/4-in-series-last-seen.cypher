// title: IN_SERIES edges by last_seen
// title_zh: IN_SERIES 关系的末见日期索引
CREATE INDEX kg_in_series_last_seen IF NOT EXISTS FOR ()-[r:IN_SERIES]-() ON (r.last_seen)
