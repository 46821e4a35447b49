"""Where the lines of a page end: in a real browser, wide and narrow, on the pages with the longest words and the most footnotes."""

import pytest
from playwright.sync_api import Browser, Page

WIDTHS = (1280, 768, 360, 320)
CUT = r"""() => {
  const cut = [], range = document.createRange();
  const lines = () => new Set([...range.getClientRects()].filter((box) => box.width).map((box) => Math.round(box.top))).size;
  for (const cell of document.querySelectorAll("main :is(th, td)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest("code")) continue;
      for (const word of text.data.matchAll(/[a-zа-яё]{3,}/gi)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (lines() > 1) cut.push(word[0]);
      }
    }
  }
  return cut;
}"""
"""Words of tables that stand on two lines; hyphens are switched off."""
ALONE = r"""() => {
  const alone = [], range = document.createRange(), main = document.querySelector("main");
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let before; texts.nextNode(); ) {
    const text = texts.currentNode, end = text.data.trimEnd().length;
    if (!end || !text.parentElement.checkVisibility()) continue;
    if (text.parentElement.matches(".cite a")) {
      range.setStart(before, before.data.trimEnd().length - 1);
      range.setEnd(before, before.data.trimEnd().length);
      const word = range.getBoundingClientRect(), number = text.parentElement.getBoundingClientRect();
      if (word.bottom < number.top) alone.push(before.data.slice(-30) + text.data);
    }
    before = text;
  }
  return alone;
}"""
"""Footnotes' numbers that begin a line, with what they belong to."""
REACHED = """(link) => {
  link.scrollIntoView({block: "center", behavior: "instant"});
  const {left, top, height} = link.getBoundingClientRect(), middle = top + height / 2;
  return [[2, -10], [2, 10], [22, 0]].every(([right, down]) => document.elementFromPoint(left + right, middle + down) === link);
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    return browser.new_page()


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("address", ["agreements/", "subscribe/", "reports/2019/", "about/", "open-data/"])
def test_no_word_of_a_table_is_cut_in_two_without_a_hyphen(tab: Page, site_url: str, address: str, language: str) -> None:
    tab.goto(site_url + language + address)
    tab.add_style_tag(content="* { hyphens: none !important; }")
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(CUT) == [], width


@pytest.mark.parametrize("address", ["agreements/", "reports/2019/", "cities/kaifeng/", "how-to-join/", "industrial-sites/omsk-npz/"])
def test_the_number_of_a_footnote_stands_on_the_line_of_its_word(tab: Page, site_url: str, address: str) -> None:
    tab.goto(site_url + address)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(ALONE) == [], width


def test_the_number_of_a_footnote_is_as_large_to_a_finger_as_24_px(tab: Page, site_url: str) -> None:
    tab.goto(site_url + "agreements/")
    tab.set_viewport_size({"width": 1280, "height": 900})
    assert all(link.evaluate(REACHED) for link in tab.query_selector_all(".cite a"))


def test_enlarged_text_has_the_same_room_on_the_home_page_as_on_the_others(tab: Page, site_url: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 900})
    starts = {}
    for address in ("", "cities/"):
        tab.goto(site_url + address)
        tab.add_style_tag(content="html { font-size: 32px }")
        starts[address] = tab.evaluate("document.querySelector('.summary').getBoundingClientRect().x")
    assert starts[""] == starts["cities/"]
