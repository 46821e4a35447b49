"""The benchmark compares equal work: the peers' pages say what ours say and lead where ours lead, or nothing is timed."""

from pathlib import Path

import markdown
import pytest

from benchmarks.build_times import refuse_unequal
from benchmarks.chart import draw
from benchmarks.markdown import said
from benchmarks.pages import article, built_pages
from benchmarks.records import write_records
from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.reading.folder import read_folder
from site_plugins.today import today
from tests.conftest import ROOT
from tests.test_build import files


def test_markdown_of_a_page_says_the_same_and_leads_to_the_same_places(site: Path) -> None:
    for page in built_pages(site):
        body = article((site / page.path / "index.html").read_text("utf-8"))
        assert said(markdown.markdown(page.markdown)) == said(body), page.path


def test_a_peer_whose_page_leads_elsewhere_is_refused(site: Path, tmp_path: Path) -> None:
    page = next(page for page in built_pages(site) if page.path == "cities/kaifeng/")
    html = (site / page.path / "index.html").read_text("utf-8")
    theirs = tmp_path / page.path / "index.html"
    theirs.parent.mkdir(parents=True)
    theirs.write_text(html, "utf-8")
    refuse_unequal("a peer", [page], site, tmp_path)
    theirs.write_text(html.replace('href="../../events/', 'href="../../event/', 1), "utf-8")
    with pytest.raises(AssertionError, match="differs"):
        refuse_unequal("a peer", [page], site, tmp_path)


def test_the_records_are_the_same_at_every_run_and_without_a_mistake(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_records(tmp_path / name, 300)
    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes() for name in files(tmp_path / "one"))
    assert len(files(tmp_path / "one")) == 301
    reading = read_folder(tmp_path / "one")
    assert [*reading.problems, *check(Catalog.of(reading, today(ROOT / "data")))] == []


def test_linear_growth_is_drawn_as_a_straight_line() -> None:
    drawn = draw({"a": [(100, 1.0), (1000, 10.0), (10_000, 100.0)]})
    points = [tuple(map(float, point.split(","))) for point in drawn.split('points="')[1].split('"')[0].split(" ")]
    (x1, y1), (x2, y2), (x3, y3) = points
    assert (x2 - x1, y2 - y1) == pytest.approx((x3 - x2, y3 - y2), abs=0.2)
