"""JSON Feed 1.1 (jsonfeed.org). It knows whole addresses only: where the site has none, its links are left out."""

import json
from typing import Any

from site_plugins.outputs.feeds.feed import Entry, Feed, is_absolute, rfc3339

MEDIA_TYPE = "application/feed+json"


def write_json_feed(feed: Feed) -> str:
    """The feed's file."""
    told: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "description": feed.subtitle}
    if is_absolute(feed.page):
        told["home_page_url"] = feed.page
    if feed.address:
        told["feed_url"] = feed.address
    told |= {"language": feed.language, "authors": [{"name": feed.author}], "items": [_item(entry) for entry in feed.newest()]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {"id": f"urn:uuid:{entry.id}", "title": entry.title, "content_text": entry.summary}
    if is_absolute(entry.link):
        item["url"] = entry.link
    item |= {"date_published": rfc3339(entry.published), "date_modified": rfc3339(entry.updated)}
    if entry.categories:
        item["tags"] = [label for _, label in entry.categories]
    if entry.language:
        item["language"] = entry.language
    return item
