// title: Meetings about an initiative
// title_zh: 涉及某事项的会议
// param initiative: initiative, name or id
// returns: date, meeting, meeting_id, kind, sentence
MATCH (m:Meeting)-[c:CONCERNS]->(:Initiative {id: $initiative})
RETURN m.date AS date, m.name AS meeting, m.id AS meeting_id, m.kind AS kind, c.sentences[0] AS sentence
ORDER BY date, meeting_id
