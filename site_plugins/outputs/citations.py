"""The numbers that lead from the claims of a page to the list of their sources at its foot."""

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.environment import html
from site_plugins.outputs.pieces import Pieces
from site_plugins.records.source import Source


class Citations:
    """What one page cites."""

    def __init__(self, catalog: Catalog, language: str, pieces: Pieces) -> None:
        self.catalog = catalog
        self.language = language
        self.pieces = pieces
        self.numbers: dict[tuple[str, ...], int] = {}
        """The sources of a claim, which share a number."""

    def cite(self, sources: list[str]) -> Markup:
        """A numbered link from a claim to its sources at the foot of the page: one link for all of them, so one stop of the Tab key."""
        if not sources:
            return Markup("")
        key = tuple(dict.fromkeys(sources))
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        if piece := self.pieces.get((number, key)):
            return piece
        with self.catalog.asked.apart() as questions:
            titles = "; ".join(self.catalog.get(Source, source_id).title.said(self.language) for source_id in key)
        said = words(self.language).ngettext("Source %(number)s: %(title)s", "Sources %(number)s: %(title)s", len(key))
        title = said % {"number": number, "title": titles}
        link = '<sup class="cite"><a href="#source-%s" title="%s" aria-label="%s">%s</a></sup>'
        made = html(link, number, title, title, number)
        self.pieces.keep((number, key), made, questions)
        return made

    def cited_sources(self, more: list[str]) -> list[list[Source]]:
        """The sources of each number so far, then those of `more` that no number has yet."""
        known = {source_id for key in self.numbers for source_id in key}
        for source_id in dict.fromkeys(more):
            if source_id not in known:
                self.numbers[source_id,] = len(self.numbers) + 1
        return [[self.catalog.get(Source, source_id) for source_id in key] for key in self.numbers]


class PaperCitations(Citations):
    """The same on paper."""

    def cite(self, sources: list[str]) -> Markup:
        """A number for each source: paper has no Tab key to spare, and its list names every source once."""
        numbers = [self.numbers.setdefault((source_id,), len(self.numbers) + 1) for source_id in dict.fromkeys(sources)]
        links = (Markup('<a href="#source-{0}">{0}</a>').format(number) for number in numbers)
        return Markup('<sup class="cite">{}</sup>').format(Markup(" ").join(links)) if numbers else Markup()
