// title: Give up nodes that vanished from the graph but that other programs' edges hang on
// title_zh: 放弃仍被其他程序关系引用的节点
// param graph: id of the graph
// param elements: strings, element ids
// param label: the label to take off
// param props: map of our properties, each null
// returns: released
MATCH (n)
WHERE elementId(n) IN $elements AND n._graph = $graph
REMOVE n:$($label)
SET n += $props
RETURN count(*) AS released
