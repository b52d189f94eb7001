// title: Official nodes by id, for the queries
// title_zh: 官员编号索引
CREATE INDEX kg_official_id IF NOT EXISTS FOR (n:Official) ON (n.id)
