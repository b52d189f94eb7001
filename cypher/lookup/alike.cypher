// title: Names of one label that share characters with a text
// title_zh: 与某文字相近的名称
// param label: label of the nodes
// param pieces: strings, characters of the text
// param length: int, length of the text
MATCH (n)
WHERE $label IN labels(n) AND abs(size(n.name) - $length) < 4
WITH n.name AS name, size([p IN $pieces WHERE n.name CONTAINS p]) AS shared
WHERE shared > 0
RETURN DISTINCT name, shared
ORDER BY shared DESC, name
LIMIT 200
