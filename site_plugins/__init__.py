"""How facts become a site. The rooms, their floors and the direction of imports stand in CONTRIBUTING.md."""
