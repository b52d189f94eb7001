// title: Article nodes by name
// title_zh: 文章名称索引
CREATE INDEX kg_article_name IF NOT EXISTS FOR (n:Article) ON (n.name)
