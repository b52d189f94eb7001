// title: One Article node an id and graph
// title_zh: 每个图中文章编号唯一
CREATE CONSTRAINT kg_article_key IF NOT EXISTS FOR (n:Article) REQUIRE (n._graph, n.id) IS UNIQUE
