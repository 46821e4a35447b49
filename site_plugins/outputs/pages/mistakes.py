"""The page that `mkdocs serve` shows instead of the site while the data have mistakes."""

from site_plugins.outputs.environment import environment


def make_mistakes(problems: list[str]) -> str:
    """The body: how many mistakes, and each message as `make check` prints it."""
    return environment("ru").get_template("mistakes.html").render(problems=problems)
