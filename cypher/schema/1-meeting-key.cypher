// title: One Meeting node an id and graph
// title_zh: 每个图中会议编号唯一
CREATE CONSTRAINT kg_meeting_key IF NOT EXISTS FOR (n:Meeting) REQUIRE (n._graph, n.id) IS UNIQUE
