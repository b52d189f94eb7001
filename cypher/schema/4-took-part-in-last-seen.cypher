// title: TOOK_PART_IN edges by last_seen
// title_zh: TOOK_PART_IN 关系的末见日期索引
CREATE INDEX kg_took_part_in_last_seen IF NOT EXISTS FOR ()-[r:TOOK_PART_IN]-() ON (r.last_seen)
