// title: All names and aliases, searched in Chinese
// title_zh: 名称与别名的中文全文索引
CREATE FULLTEXT INDEX kg_names IF NOT EXISTS
FOR (n:Official|Organization|Region|Meeting|Initiative|Article) ON EACH [n.name, n.aliases, n.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
