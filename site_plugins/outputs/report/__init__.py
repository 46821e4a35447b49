"""The report of a year: one HTML from records, and what is made of it."""
