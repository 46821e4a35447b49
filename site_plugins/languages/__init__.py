"""What the site says in which language: UI words (gettext), and dates, numbers, plurals and names from CLDR (Babel)."""

LANGUAGES = ("ru", "en")
"""The languages the site is built in; the first stands at the root."""
