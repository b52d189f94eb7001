// title: TOOK_PART_IN edges by first_seen
// title_zh: TOOK_PART_IN 关系的首见日期索引
CREATE INDEX kg_took_part_in_first_seen IF NOT EXISTS FOR ()-[r:TOOK_PART_IN]-() ON (r.first_seen)
