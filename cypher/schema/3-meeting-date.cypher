// title: Meetings by date
// title_zh: 会议日期索引
CREATE INDEX kg_meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date)
