"""Work over many articles: record them shard by shard, then resolve and store the graph.

`shards` keeps the records, `work` is what happens to one article, `engine` runs it here or in many processes,
`record` and `build` put them together for the verbs ``kg extract`` and ``kg build``.
"""
