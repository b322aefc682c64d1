"""Articles in, a base out: the run of `kzfacts build`. What is said in an article `extract` knows, and nothing here."""
