"""Archives of any size: read in shards over many processes or machines into Parquet, asked where they lie."""
