// title: One Organization node an id and graph
// title_zh: 每个图中机构编号唯一
CREATE CONSTRAINT kg_organization_key IF NOT EXISTS FOR (n:Organization) REQUIRE (n._graph, n.id) IS UNIQUE
