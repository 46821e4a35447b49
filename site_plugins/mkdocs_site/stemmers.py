"""Stemmers and stop words for the browser: those of lunr.js, as the packages of MkDocs and Material bring them."""

from importlib.resources import files

_LUNR = files("mkdocs") / "contrib" / "search" / "templates" / "search" / "lunr.js"
_LANGUAGES = files("material") / "templates" / "assets" / "javascripts" / "lunr" / "min"


def stemmer_scripts() -> bytes:
    """English out of lunr.js itself (MIT), Russian out of lunr-languages (MPL), with the notices of their licences."""
    parts = [_english(_LUNR.read_text("utf-8"))]
    parts += [(_LANGUAGES / f"lunr.{name}.min.js").read_text("utf-8") for name in ("stemmer.support", "ru")]
    return "\n".join(parts).encode()


def _english(script: str) -> str:
    """The two chapters of lunr.js that search needs: its stemmer and its stop words."""
    start, end = script.find("/*!\n * lunr.stemmer\n"), script.find("/*!\n * lunr.trimmer\n")
    assert 0 < start < end, "lunr.js has other chapters than in the version of constraints.txt"
    return script[start:end]
