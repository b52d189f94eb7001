// title: Initiative nodes by id, for the queries
// title_zh: 事项编号索引
CREATE INDEX kg_initiative_id IF NOT EXISTS FOR (n:Initiative) ON (n.id)
