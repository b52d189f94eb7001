// title: One Initiative node an id and graph
// title_zh: 每个图中事项编号唯一
CREATE CONSTRAINT kg_initiative_key IF NOT EXISTS FOR (n:Initiative) REQUIRE (n._graph, n.id) IS UNIQUE
