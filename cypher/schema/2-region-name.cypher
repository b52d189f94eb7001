// title: Region nodes by name
// title_zh: 地区名称索引
CREATE INDEX kg_region_name IF NOT EXISTS FOR (n:Region) ON (n.name)
