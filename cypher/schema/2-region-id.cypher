// title: Region nodes by id, for the queries
// title_zh: 地区编号索引
CREATE INDEX kg_region_id IF NOT EXISTS FOR (n:Region) ON (n.id)
