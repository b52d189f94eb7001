// title: Initiative nodes by name
// title_zh: 事项名称索引
CREATE INDEX kg_initiative_name IF NOT EXISTS FOR (n:Initiative) ON (n.name)
