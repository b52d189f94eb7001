// title: Meeting nodes by name
// title_zh: 会议名称索引
CREATE INDEX kg_meeting_name IF NOT EXISTS FOR (n:Meeting) ON (n.name)
