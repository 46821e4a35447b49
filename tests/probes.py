"""What is asked of a page in the browser: scripts that return plain values, most of them a list of what is wrong."""

from typing import Any

from playwright.sync_api import Page

from tests.conftest import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RUN = """(options) => axe.run(document, {...options, resultTypes: ["violations"]}).then((result) =>
  result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(" | ")}`))"""
RULES = "(tags) => axe.getRules(tags).length"
EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
TARGETS = {"runOnly": {"type": "rule", "values": ["target-size"]}}

OUTLINE = """() => {
  const wrong = [], levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((item) => Number(item.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) wrong.push("not one h1");
  if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)) wrong.push(`headings jump: ${levels}`);
  for (const part of ["body > header", "main", "body > footer", "nav.bar[aria-label]", "form[role=search][aria-label]"])
    if (document.querySelectorAll(part).length !== 1) wrong.push(`not one ${part}`);
  const valid = (code) => { try { return Intl.getCanonicalLocales(code)[0] === code; } catch { return false; } };  // axe knows which exist
  for (const item of document.querySelectorAll("[lang], [hreflang]"))
    for (const code of [item.lang || item.hreflang, item.hreflang || item.lang])
      if (!valid(code)) wrong.push(`unknown language ${code}`);
  const scripts = [[/\\p{Script=Han}/u, /^(zh|ja|ko)/], [/\\p{Script=Hangul}/u, /^ko/], [/[а-яё]/iu, /^(?!en)/]];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {data, parentElement} = texts.currentNode, {lang} = parentElement.closest("[lang]");
    if (parentElement.closest("script, style, code") || /[\u0402-\u040f\u0452-\u052f]/.test(data)) continue;  // neither is known
    for (const [script, spoken] of scripts)
      if (script.test(data) && !spoken.test(lang)) wrong.push(`letters of another language than ${lang}: ${data.trim().slice(0, 80)}`);
  }
  return wrong;
}"""
STOPS = """() => {
  const folded = [...document.querySelectorAll(".sources details[open]")];
  for (const item of folded) item.open = false;
  const seen = (item) => item.checkVisibility({visibilityProperty: true}) && !item.disabled && !(item.type === "radio" && !item.checked);
  const every = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const stops = every.filter((item) => item.tabIndex >= 0 && seen(item));
  const main = document.querySelector("main"), within = stops.filter((item) => main.contains(item));
  let passed = 0;
  for (let at = 0; at < within.length && at >= 0; passed += 1) {
    const end = within[at].matches(".past") && document.querySelector(within[at].hash);
    at = end ? within.findIndex((item, i) => i > at && end.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) : at + 1;
  }
  for (const item of folded) item.open = true;
  const before = within.length ? stops.indexOf(within[0]) : 0;
  return {before, within: within.length, passed, title: document.querySelector("h1").textContent.trim()};
}"""
"""Stops of the Tab key with the sources folded: before the content, within it, and within it by the links past long lists."""
OVERFLOW = """() => {
  const wrong = [], wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) wrong.push(`scrolls sideways: ${wide} > ${innerWidth}`);
  const apart = ".visually-hidden, .skip, .past, svg *, .leaflet-container, .leaflet-container *, input, select, textarea";
  for (const item of document.querySelectorAll(`body *:not(${apart})`)) {
    if (!item.checkVisibility({visibilityProperty: true})) continue;
    const {left, right, width} = item.getBoundingClientRect();
    if (width && (right > innerWidth + 1 || left < -1)) wrong.push(`beyond the edge: ${item.outerHTML.slice(0, 120)}`);
    const [tooWide, tooHigh] = [item.scrollWidth > item.clientWidth + 1, item.scrollHeight > item.clientHeight + 1];
    if (!tooWide && !tooHigh) continue;
    const style = getComputedStyle(item), cuts = (value) => value === "hidden" || value === "clip";
    if ((tooWide && cuts(style.overflowX)) || (tooHigh && cuts(style.overflowY))) wrong.push(`cut off: ${item.outerHTML.slice(0, 120)}`);
  }
  return wrong.slice(0, 5);
}"""
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""What a reader may set by WCAG 1.4.12."""
FOCUS = """() => {
  const item = document.activeElement, box = item.getBoundingClientRect(), style = getComputedStyle(item);
  const target = item.querySelector(".target"), strong = (width) => parseFloat(width) >= 2;
  return {
    where: document.querySelector("main").contains(item) ? "main" : item === document.body ? "nowhere" : "frame",
    html: item.outerHTML.slice(0, 120),
    marked: (style.outlineStyle !== "none" && strong(style.outlineWidth)) || (target && strong(getComputedStyle(target).strokeWidth)),
    shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def visit(page: Page, url: str, width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url)
    if page.locator("[data-places]").count():
        page.wait_for_selector("[data-ready]", state="attached")


def judge(page: Page, options: dict[str, Any]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, options)
