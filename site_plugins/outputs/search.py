"""The search index: words → pages, in pieces, so that a query loads only those that its words fall into.

`search/<language>/meta.json` tells the version and where each piece begins. Below the version's folder lie the pieces
(`terms-<n>.json`: term → lists of a weight and the pages that have it, as distances from one page to the next, after a word
to show instead of the stem; Russian words stand there by their dictionary forms, to which a list of words leads from each stem
that their forms have), the cards of the results in blocks, and the words of names by alphabet and length, which a
misspelt word is compared with. theme/assets/search.js reads them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.lexicon import Lexicon
from site_plugins.outputs.search_documents import TEXT, Document, Prose, make_documents
from site_plugins.outputs.search_words import fold, is_russian, is_syllabic, split, stem

PIECE = 12_000
"""Characters of a piece: about 4 kB compressed. Smaller ones compress worse, larger ones are loaded for one word of them."""
BLOCK = 10
"""Cards of a block; results of one query rarely lie side by side."""
STEM_SHARE = 0.9
"""The weight of a name's stem beside the name's own form: «Омск» stands above «Омская»."""
NAME_LENGTHS = range(4, 17)
"""Lengths of words that a misspelt word of five letters or more is compared with; longer ones stand with the last."""


class Index:
    """Terms with their pages and weights, the stems that lead to them, and the words of names."""

    def __init__(self, documents: list[Document], lexicon: Lexicon) -> None:
        self.terms: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        """Term -> weight -> the pages, in order."""
        self.names: dict[str, str] = {}
        self.lexicon = lexicon
        self.bases: dict[str, list[str]] = {}
        said: Counter[str] = Counter()
        for number, document in enumerate(documents):
            weights = self._of_names(document.names, said)
            self._add_texts(weights, document.texts, said)
            for term, weight in weights.items():
                self.terms[term][weight].append(number)
        self.spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
        """Term -> the words that it stands for -> how often each is said."""
        self.leads: defaultdict[str, set[str]] = defaultdict(set)
        """Stem -> the dictionary forms that a word of this stem may be a form of."""
        for word, times in said.items():
            for base in self._bases(word):
                self.spellings[base][word] = times
            for lemma, stems in lexicon.lexemes(word).items() if is_russian(word) else ():
                for each in stems:
                    self.leads[each].add(lemma)

    def _bases(self, word: str) -> list[str]:
        """What a folded word is found by in all its forms: dictionary forms, else its stem; of a run of characters each one as well."""
        if (known := self.bases.get(word)) is not None:
            return known
        if is_russian(word):
            found = list(self.lexicon.lexemes(word))
        else:
            found = list(dict.fromkeys((word, *word))) if is_syllabic(word) else [stem(word)]
        self.bases[word] = found
        return found

    def _of_names(self, names: list[tuple[int, str]], said: Counter[str]) -> dict[str, int]:
        """Term -> weight for a page's names."""
        weights: dict[str, int] = {}
        for weight, name in names:
            words, shown = split(fold(name)), split(name)
            said.update(words)
            for word, original in zip(words, shown if len(shown) == len(words) else words, strict=True):
                _add(weights, word, weight)
                for base in self._bases(word):
                    _add(weights, base, max(1, round(weight * STEM_SHARE)))
                if weight > TEXT and word.isalpha():
                    self.names.setdefault(word, original)
        return weights

    def _add_texts(self, weights: dict[str, int], texts: list[tuple[int, str]], said: Counter[str]) -> None:
        by_weight: defaultdict[int, list[str]] = defaultdict(list)
        for weight, text in texts:
            by_weight[weight].append(text)
        found: dict[str, int] = {}
        for weight in sorted(by_weight):
            found |= dict.fromkeys(split(fold("\n".join(by_weight[weight]))), weight)
        words = [word for word in found if len(word) > 1 or not word.isalpha()]
        said.update(words)
        for word in words:
            for base in self._bases(word):
                _add(weights, base, found[word])

    def pieces(self) -> Iterator[tuple[str, str, str]]:
        """The terms in order, cut into pieces: first term, last term, JSON."""
        first, size, entries = "", 0, []
        for term in sorted({*self.terms, *self.leads}):
            first = first or term
            entries.append(f"{_json(term)}:{_json(self._entry(term))}")
            size += len(entries[-1])
            if size > PIECE:
                yield first, term, "{" + ",".join(entries) + "}"
                first, size, entries = "", 0, []
        if entries:
            yield first, term, "{" + ",".join(entries) + "}"

    def _entry(self, term: str) -> list[Any]:
        spellings = self.spellings.get(term, {term: 1})
        entry: list[Any] = [] if term in spellings or term in self.names else [min(spellings, key=lambda word: (-spellings[word], word))]
        if self.leads.get(term, {term}) != {term}:
            entry.append(sorted(self.leads[term]))
        for weight, pages in sorted(self.terms.get(term, {}).items(), reverse=True):
            entry.append([weight, *(page - before for before, page in zip([0, *pages], pages, strict=False))])
        return entry

    def names_by_length(self) -> dict[str, list[str]]:
        """`c7` (Cyrillic) or `l7` (other alphabets) -> names' words of that length, the weightiest page's first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, shown in self.names.items():
            if len(word) >= NAME_LENGTHS[0] and not is_syllabic(word):
                found[f"{'c' if 'а' <= word[0] <= 'я' else 'l'}{min(len(word), NAME_LENGTHS[-1])}"].append(shown)
        return dict(sorted(found.items()))


def _add(weights: dict[str, int], term: str, weight: int) -> None:
    if weight > weights.get(term, 0):
        weights[term] = weight


def make_search(catalog: Catalog, language: str, prose: Sequence[Prose] = ()) -> Iterator[Artifact]:
    """The index of one language's pages; `prose` is what lies in docs/."""
    yield from make_files(make_documents(catalog, language, prose), f"search/{language}/")


def make_files(documents: list[Document], folder: str) -> Iterator[Artifact]:
    """The index's files; their folder changes with their content, so that a browser never mixes two indexes."""
    lexicon = Lexicon()
    index = Index(documents, lexicon)
    lexicon.keep()
    pieces, names = list(index.pieces()), index.names_by_length()
    files = {f"terms-{number}.json": content for number, (_, _, content) in enumerate(pieces)}
    for number, start in enumerate(range(0, len(documents), BLOCK)):
        files[f"cards-{number}.json"] = _json([document.card for document in documents[start : start + BLOCK]])
    files |= {f"names-{key}.json": _json(found) for key, found in names.items()}
    version = sha256("\n".join(files.values()).encode()).hexdigest()[:8]
    meta = {"version": version, "block": BLOCK, "pieces": _starts(pieces), "names": list(names)}
    yield Artifact(f"{folder}meta.json", _json(meta))
    for name, content in files.items():
        yield Artifact(f"{folder}{version}/{name}", content)


def _starts(pieces: list[tuple[str, str, str]]) -> list[str]:
    """For each piece the shortest text that lies after the piece before it and not after its own first term."""
    starts, before = [], ""
    for first, last, _ in pieces:
        starts.append(next(first[:length] for length in range(1, len(first) + 1) if first[:length] > before))
        before = last
    return starts


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
