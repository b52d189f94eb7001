// title: One Official node an id and graph
// title_zh: 每个图中官员编号唯一
CREATE CONSTRAINT kg_official_key IF NOT EXISTS FOR (n:Official) REQUIRE (n._graph, n.id) IS UNIQUE
