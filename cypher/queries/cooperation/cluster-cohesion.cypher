// title: How closely the members of each city cluster work together
// title_zh: 各城市群内部合作的紧密程度
// param cluster: region, only this cluster (default none)
// returns: cluster, members, pairs, possible, cohesion
MATCH (k:Region {level: 'cluster'})<-[:PART_OF]-(m:Region)
WHERE $cluster IS NULL OR k.id = $cluster
WITH k, count(DISTINCT m) AS members
OPTIONAL MATCH (k)<-[:PART_OF]-(a:Region)-[:COOPERATES_WITH]-(b:Region)-[:PART_OF]->(k)
WITH k, members, a, b
WHERE a IS NULL OR a.id < b.id
WITH k, members, count(DISTINCT a.id + ' ' + b.id) AS pairs, members * (members - 1) / 2 AS possible
RETURN k.name AS cluster, members, pairs, possible,
       CASE WHEN possible = 0 THEN 0.0 ELSE round(1000.0 * pairs / possible) / 1000.0 END AS cohesion
ORDER BY cohesion DESC, cluster
