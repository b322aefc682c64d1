"""Answers made visible: JSON, TSV, tables. Nothing here searches."""
