"""From bytes to records: a strict YAML subset, then typed records, each value with its line and column."""
