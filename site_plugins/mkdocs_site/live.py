"""Which of MkDocs' commands is carried out."""

import click


def makes_pages_when_asked(command: str) -> bool:
    """Whether pages are made as they are asked for (serving.py): MkDocs gives its server to a hook only with live reload."""
    told = click.get_current_context(silent=True)
    return command == "serve" and (told is None or bool(told.params.get("livereload", True)))
