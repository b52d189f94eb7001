// title: Article nodes by id, for the queries
// title_zh: 文章编号索引
CREATE INDEX kg_article_id IF NOT EXISTS FOR (n:Article) ON (n.id)
