"""How to begin with the data, in a few lines of what people use. The tests run them as they stand."""

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.labels import N_
from site_plugins.outputs.open_data.layout import FOLDER

LOCAL = "http://127.0.0.1:8000"
"""Where `make serve` shows the site, which is the only address that it has until data/site.yml names one."""

PANDAS = """\
import pandas as pd

data = "{base}"
cities = pd.read_csv(data + "cities.csv")
papers = pd.read_csv(data + "cities-agreements.csv")
told = papers.merge(cities, left_on="record", right_on="id")
print(told[["name_{language}", "title_{language}", "date"]])
"""
CURL = """\
curl --silent {base}cities/kaifeng.json | python3 -m json.tool --no-ensure-ascii
"""
LEAFLET = """\
const answer = await fetch("{base}cities.geojson");
L.geoJSON(await answer.json(), {{
  onEachFeature: (place, marker) => marker.bindTooltip(place.properties.name_{language}),
}}).addTo(map);
"""
EXAMPLES = (
    (N_("A table with pandas, in Python"), PANDAS),
    (N_("One record with curl"), CURL),
    (N_("Places on a map with Leaflet"), LEAFLET),
)


def make_examples(catalog: Catalog, language: str) -> list[tuple[str, str]]:
    """What each does, and its lines."""
    base = f"{catalog.site.url or LOCAL}/{FOLDER}"
    return [(words(language).gettext(title), code.format(base=base, language=language)) for title, code in EXAMPLES]
