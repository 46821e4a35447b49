"""Atom and JSON Feed: what is new and what was changed, for programs that ask now and then."""
