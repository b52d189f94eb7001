// title: Organization nodes by id, for the queries
// title_zh: 机构编号索引
CREATE INDEX kg_organization_id IF NOT EXISTS FOR (n:Organization) ON (n.id)
