// title: Organization nodes by name
// title_zh: 机构名称索引
CREATE INDEX kg_organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name)
