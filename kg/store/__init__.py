"""The graph at rest, behind one small contract: the folder of Parquet tables, the embedded Cypher store, Neo4j."""
