// title: Official nodes by name
// title_zh: 官员名称索引
CREATE INDEX kg_official_name IF NOT EXISTS FOR (n:Official) ON (n.name)
