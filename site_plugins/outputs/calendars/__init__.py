"""iCalendar (RFC 5545): events and anniversaries whose day is known, for calendar programs."""
