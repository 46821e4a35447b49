"""One build: what was read, what was made of it, and whether it may be published."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.history.past import read_past
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.documents import Documents
from site_plugins.mkdocs_site.groups import Group
from site_plugins.mkdocs_site.inner import Inner, make_inner
from site_plugins.mkdocs_site.kept import lost_address, prose_addresses
from site_plugins.mkdocs_site.materials import MARK, ROOT, font_files
from site_plugins.outputs import LAST, OUTPUTS, WHOLE
from site_plugins.outputs.artifact import Artifact, Page, Remember
from site_plugins.outputs.cards import Card, make_cards
from site_plugins.outputs.environment import Compiled
from site_plugins.outputs.pages import make_pages
from site_plugins.outputs.pictures import make_picture_files
from site_plugins.outputs.published import published
from site_plugins.outputs.untranslated import count_untranslated
from site_plugins.problems import sorted_texts
from site_plugins.reading.folder import read_folder
from site_plugins.today import today


@dataclass
class Build:
    """The state that the hooks of one build share."""

    catalog: Catalog | None = None
    problems: list[str] = field(default_factory=list)
    """Messages for the editor, in Russian; with any of them nothing is published."""
    pages: dict[str, Page] = field(default_factory=dict)
    """MkDocs' source URI -> page."""
    artifacts: list[Artifact] = field(default_factory=list)
    cards: dict[str, Card] = field(default_factory=dict)
    """A page's path -> its social card."""
    paths: set[str] = field(default_factory=set)
    """Where the artifacts lie: a page offers no file that this build did not make."""
    notes: list[str] = field(default_factory=list)
    """What the build left out, and the counts it prints."""
    addresses: set[str] = field(default_factory=set)
    """Every address that is to answer for ever."""
    archive: bool = False
    """Whether the site is also packed into one file, which pages then offer."""
    assets: dict[str, str] = field(default_factory=dict)
    """A script's or style's name -> its address with the hash."""
    groups: dict[str, Group] = field(default_factory=dict)
    """Source URI of a group's first page -> the pages that are set into its frame (groups.py)."""
    root: str = ""
    """The site's whole address, ending in a slash; empty where nobody knows it."""

    def inner(self, uri: str) -> Inner:
        """What the page of a source URI has of its own."""
        assert self.catalog
        return make_inner(self.catalog, self.pages[uri])


CACHE = ROOT / ".cache" / "pictures"
Compiled.store = Cache(ROOT / ".cache" / "templates")

current = Build()
"""The build under way; MkDocs gives its hooks no other place to meet."""


def begin(data: Path, docs: Path | None = None, *, serving: bool = False) -> Build:
    """Read and check the data and make everything of it, unless there are problems. `docs` is where prose lies.

    `serving`: what takes seconds is not made anew.
    """
    global current  # noqa: PLW0603 - see above
    current = Build()
    remember = Cache(CACHE).remember
    reading = read_folder(data)
    problems = list(reading.problems)
    if reading.site:
        catalog = replace(Catalog.of(reading, today(data)), past=read_past(data), remember=remember)
        problems += check(catalog)
        current.catalog = catalog
    current.problems = sorted_texts(problems)
    if current.problems or current.catalog is None:
        return current
    for language in LANGUAGES:
        for page in make_pages(current.catalog, language):
            current.pages[source_uri(page.path)] = page
        for output in OUTPUTS:
            current.artifacts += output(current.catalog, language)
    for whole in WHOLE:
        current.artifacts += whole(current.catalog)
    current.artifacts += make_picture_files(current.catalog, remember)
    pages = list(current.pages.values())
    for last in LAST:
        current.artifacts += list(last(current.catalog, pages, current.artifacts))
    current.addresses = {*published(pages, current.artifacts), *prose_addresses(docs)}
    current.problems = sorted_texts(lost_address(current.catalog, current.addresses))
    _add_cards(current, current.catalog, remember)
    documents = Documents(Cache(CACHE), only_kept=serving)
    current.artifacts += documents.make(current.catalog)
    current.paths = {artifact.path for artifact in current.artifacts}
    current.notes = _notes(current.catalog, current.addresses) + sorted(documents.left_out)
    return current


def _add_cards(build: Build, catalog: Catalog, remember: Remember) -> None:
    fonts = list(font_files().values())
    for path, card, artifact in make_cards(catalog, build.pages.values(), fonts, MARK.read_text("utf-8"), remember):
        build.cards[path] = card
        build.artifacts.append(artifact)


def source_uri(path: str) -> str:
    """The name under which MkDocs knows a page that no file in docs/ stands for."""
    return f"{path}index.md"


def _notes(catalog: Catalog, addresses: set[str]) -> list[str]:
    """What an editor should know though it is no mistake."""
    site = catalog.site
    notes = [f"Без перевода ({language}): {number}" for language, number in count_untranslated(catalog).items()]
    if catalog.behind:
        notes.append(f"В журнале правок ещё нет изменений: {catalog.behind}. Их впишет «make ledger»")
    if new := len(addresses - catalog.published.keys()):
        notes.append(f"В списке опубликованных адресов ещё нет новых: {new}. Их впишет «make ledger»")
    unset = {
        "url": "карты сайта для поисковых машин и карточек для соцсетей",
        "repository": "карандаша и «Сообщить об ошибке»",
        "data_licence": "лицензии данных",
        "publisher": "владельца открытых данных",
        "data_officer": "ответственного за открытые данные",
    }
    notes += [f"В data/site.yml нет «{name}», поэтому на сайте нет {what}" for name, what in unset.items() if getattr(site, name) is None]
    if site.url and not font_files():
        notes.append("Шрифты не загружены, поэтому на сайте нет карточек для соцсетей: помогает «make assets»")
    return notes
