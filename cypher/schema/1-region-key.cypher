// title: One Region node an id and graph
// title_zh: 每个图中地区编号唯一
CREATE CONSTRAINT kg_region_key IF NOT EXISTS FOR (n:Region) REQUIRE (n._graph, n.id) IS UNIQUE
