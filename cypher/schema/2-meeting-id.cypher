// title: Meeting nodes by id, for the queries
// title_zh: 会议编号索引
CREATE INDEX kg_meeting_id IF NOT EXISTS FOR (n:Meeting) ON (n.id)
