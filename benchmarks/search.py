"""What a first query of one word can cost at most at N pages, in bytes over the wire with gzip.

The pages are made from the words of the real records, drawn in a fixed order, so that the alphabet and the lengths are those of
the language. The bound counts the scripts, `meta.json`, the largest pieces that theme/assets/search.js would ask for (one for
the word's stem, one for each of two dictionary forms, six for the beginnings of each) and twenty largest blocks of cards, as if
every result lay in a block of its own.
"""

import gzip
import re
from itertools import cycle, islice
from pathlib import Path

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.stemmers import stemmer_scripts
from site_plugins.outputs.search import make_files
from site_plugins.outputs.search_documents import NAME, SUMMARY, TEXT, Document, make_documents
from site_plugins.reading.folder import read_folder
from site_plugins.today import today

PIECES, BLOCKS = 15, 20
ASSETS = Path(__file__).parent.parent / "theme" / "assets"


def dearest_query(data: Path, pages: int) -> dict[str, int]:
    """Bytes by part, and their sum, for `pages` pages of invented text in Russian."""
    sizes = {artifact.path: _wire(artifact.content) for artifact in make_files(_invented(data, pages), "search/ru/")}
    pieces = sorted((size for path, size in sizes.items() if "/terms-" in path), reverse=True)
    blocks = sorted((size for path, size in sizes.items() if "/cards-" in path), reverse=True)
    parts = {
        "scripts": _wire((ASSETS / "search.js").read_text("utf-8")) + _wire(stemmer_scripts()),
        "meta": sizes["search/ru/meta.json"],
        "pieces": sum(pieces[:PIECES]),
        "cards": sum(blocks[:BLOCKS]),
    }
    return parts | {"at most": sum(parts.values())}


def _wire(content: str | bytes) -> int:
    return len(gzip.compress(content if isinstance(content, bytes) else content.encode(), 6, mtime=0))


def _invented(data: Path, pages: int) -> list[Document]:
    reading = read_folder(data)
    real = make_documents(Catalog.of(reading, today(data)), "ru")
    said = [word for document in real for _, text in [*document.names, *document.texts] for word in re.findall(r"\w+", text)]
    words = cycle(sorted(said, key=lambda word: (hash_of(word), word)))
    found = []
    for number in range(pages):
        name = " ".join(islice(words, 4)) + f" {number}"
        summary, text = " ".join(islice(words, 15)), " ".join(islice(words, 60))
        found.append(Document((name, "События", summary[:120], f"events/{number}/"), [(NAME, name)], [(SUMMARY, summary), (TEXT, text)]))
    return found


def hash_of(word: str) -> int:
    """A fixed order that has nothing to do with the alphabet; Python's own hash changes from run to run."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(word)) % 1_000_003
