"""What an editor should know of a build though it is no mistake: what it left out, and the counts it prints."""

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.materials import font_files
from site_plugins.outputs.untranslated import count_untranslated

UNSET = {
    "url": "карты сайта для поисковых машин и карточек для соцсетей",
    "repository": "карандаша и «Сообщить об ошибке»",
    "data_licence": "лицензии данных",
    "publisher": "владельца открытых данных",
    "data_officer": "ответственного за открытые данные",
}
"""A field of data/site.yml -> what the site has not as long as it is not there."""


def notes(catalog: Catalog, addresses: set[str]) -> list[str]:
    """The notes of a build that made these addresses, in Russian."""
    found = [f"Без перевода ({language}): {number}" for language, number in count_untranslated(catalog).items()]
    if catalog.behind:
        found.append(f"В журнале правок ещё нет изменений: {catalog.behind}. Их впишет «make ledger»")
    if new := len(addresses - catalog.published.keys()):
        found.append(f"В списке опубликованных адресов ещё нет новых: {new}. Их впишет «make ledger»")
    unset = [name for name in UNSET if getattr(catalog.site, name) is None]
    found += [f"В data/site.yml нет «{name}», поэтому на сайте нет {UNSET[name]}" for name in unset]
    if catalog.site.url and not font_files():
        found.append("Шрифты не загружены, поэтому на сайте нет карточек для соцсетей: помогает «make assets»")
    return found
