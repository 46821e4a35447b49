"""Markup that is the same on every page of a language: made by the first page that needs it, and kept for the others."""

from collections.abc import Hashable

from markupsafe import Markup

from site_plugins.asking import Question
from site_plugins.catalog import Catalog


class Pieces:
    """What was kept of one catalog in one language, and what each asked of the catalog when it was made."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.asked = catalog.asked
        self.made: dict[Hashable, tuple[Markup, set[Question]]] = catalog.once(("pieces", language), dict)

    def get(self, key: Hashable) -> Markup | None:
        """The piece that is kept under a key, if there is one."""
        if key not in self.made:
            return None
        piece, questions = self.made[key]
        self.asked.also(questions)
        return piece

    def keep(self, key: Hashable, piece: Markup, questions: set[Question]) -> None:
        """Keep a piece and what was asked for it."""
        self.made[key] = piece, questions
