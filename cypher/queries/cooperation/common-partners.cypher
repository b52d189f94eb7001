// title: Regions that cooperate with both of two regions
// title_zh: 两地区的共同合作伙伴
// param a: region, name or code of the one
// param b: region, name or code of the other
// returns: partner, partner_id, with_a, with_b
MATCH (:Region {id: $a})-[x:COOPERATES_WITH]-(p:Region)
WITH p, sum(x.weight) AS with_a
MATCH (p)-[y:COOPERATES_WITH]-(:Region {id: $b})
WITH p, with_a, sum(y.weight) AS with_b
RETURN p.name AS partner, p.id AS partner_id, with_a, with_b
ORDER BY with_a + with_b DESC, partner_id
