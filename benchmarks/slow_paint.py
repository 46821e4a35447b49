"""The first paint on 2G, 50 kbit/s with 800 ms to each answer, in Chromium with nothing in its cache, from a server that compresses."""

import shutil
import statistics
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from benchmarks.lighthouse import PAGES, served_site

SLOW = {"offline": False, "latency": 800, "downloadThroughput": 50_000 / 8, "uploadThroughput": 50_000 / 8}
"""As the DevTools protocol names them; bytes a second."""
MOST = 6.0
"""Seconds that a reader should wait at most."""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def first_paints(runs: int) -> Iterator[tuple[str, float]]:
    """Address of a page -> median seconds until something of it is seen."""
    with served_site() as url, sync_playwright() as playwright:
        path = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for language in ("", "en/"):
            for address in PAGES.values():
                yield f"/{language}{address}", statistics.median(_paint(browser, f"{url}{language}{address}") for _ in range(runs))
        browser.close()


def _paint(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(url, wait_until="commit", timeout=120_000)
    milliseconds = page.wait_for_function(PAINTED, timeout=120_000).json_value()
    context.close()
    return float(milliseconds) / 1000
