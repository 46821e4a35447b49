"""The site, the way to a page, and the open data as schema.org has them."""

from site_plugins.languages import LANGUAGES
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.crumbs import trail
from site_plugins.outputs.open_data.archive import as_bytes
from site_plugins.outputs.open_data.data_sets import FORMATS, DataSet
from site_plugins.outputs.open_data.descriptions import description, keywords, title
from site_plugins.outputs.open_data.edition import edition
from site_plugins.outputs.open_data.layout import CATALOGUE_PAGE, VERSION, data_set_page
from site_plugins.outputs.open_data.passports import history
from site_plugins.outputs.structured.terms import Speaker, Thing, known


def describe_site(speaker: Speaker) -> Thing | None:
    """The site itself, on its home pages; how to search it only where its address is known, since a template is no relative address."""
    page, site = speaker.page, speaker.catalog.site
    if page.kind != "home":
        return None
    thing = known(
        type_="WebSite",
        name=speaker.text(site.title),
        description=speaker.text(site.description),
        url=speaker.to(page.path),
        inLanguage=page.language,
    )
    if site.url:
        template = f"{speaker.to(prefix(page.language))}search/?q={{search_term_string}}"
        target = known(type_="EntryPoint", urlTemplate=template)
        thing["potentialAction"] = known(type_="SearchAction", target=target) | {"query-input": "required name=search_term_string"}
    return thing


def breadcrumbs(speaker: Speaker) -> Thing | None:
    """The way to the page, the same that it shows."""
    page = speaker.page
    steps = trail(page.address, page.record, page.language)
    if not steps:
        return None
    items = [
        known(type_="ListItem", position=number, name=step.title, item=speaker.to(prefix(page.language) + step.address))
        for number, step in enumerate(steps, 1)
    ]
    items.append(known(type_="ListItem", position=len(steps) + 1, name=page.title))
    return known(type_="BreadcrumbList", itemListElement=items)


def describe_data(speaker: Speaker) -> Thing | None:
    """The catalogue of open data and each data set, on their pages."""
    page = speaker.page
    if not page.address.startswith(CATALOGUE_PAGE):
        return None
    sets = {data_set_page(data_set.record_type): data_set for data_set in edition(speaker.catalog).data_sets}
    if page.address in sets:
        return _data_set(speaker, sets[page.address]) | {"includedInDataCatalog": _catalogue(speaker)}
    return _catalogue(speaker) | {"description": page.description, "dataset": [_named(speaker, data_set) for data_set in sets.values()]}


def _named(speaker: Speaker, data_set: DataSet) -> Thing:
    """A data set by its name and its page alone."""
    language = speaker.page.language
    there = speaker.to(prefix(language) + data_set_page(data_set.record_type))
    name, told = title(data_set.record_type, language), description(data_set.record_type, language)
    return known(type_="Dataset", name=name, description=told, url=there)


def _catalogue(speaker: Speaker) -> Thing:
    language = speaker.page.language
    return known(
        type_="DataCatalog",
        name=words(language).gettext("Open data"),
        url=speaker.to(prefix(language) + CATALOGUE_PAGE),
        inLanguage=list(LANGUAGES),
    )


def _data_set(speaker: Speaker, data_set: DataSet) -> Thing:
    page, site = speaker.page, speaker.catalog.site
    created, modified, _ = history(speaker.catalog, data_set)
    files = [(FORMATS[kind].media_type, file) for kind, file in data_set.files.items() if kind != "schema"]
    return known(
        type_="Dataset",
        name=title(data_set.record_type, page.language),
        description=description(data_set.record_type, page.language),
        url=speaker.to(page.path),
        keywords=keywords(speaker.catalog, data_set.record_type, page.language),
        isAccessibleForFree=True,
        inLanguage=list(LANGUAGES),
        datePublished=created.isoformat(),
        dateModified=modified.isoformat(),
        version=VERSION,
        license=known(type_="CreativeWork", name=speaker.text(site.data_licence)) if site.data_licence else None,
        publisher=known(type_="Organization", name=speaker.text(site.publisher)) if site.publisher else None,
        distribution=[
            known(type_="DataDownload", encodingFormat=media_type, contentUrl=speaker.to(file.path), contentSize=f"{len(as_bytes(file))} B")
            for media_type, file in files
        ],
    )
