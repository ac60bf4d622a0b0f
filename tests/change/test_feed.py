"""The feed is what RFC 4287 asks of one, and tells people what changed."""

import re
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from ibidem.change.changes import ChangeKind, Release
from ibidem.change.feed import MOST, sections, summed, write_feed
from ibidem.dataset import Dataset, Party
from releases import ADDRESS, BASE, FIRST, MANY, NASTY, SECOND

ATOM = "{http://www.w3.org/2005/Atom}"
DATASET = Dataset(
    title=f"Harbours {NASTY}",
    description="d",
    language="en",
    license="https://creativecommons.org/publicdomain/zero/1.0/",
    rights="CC0",
    keywords=(),
    publisher=Party("Editors & Sons", "https://example.org/editors"),
    contact=Party("Editors", None, "e@example.org"),
)
TEXT = {"title", "summary", "rights", "subtitle", "content"}


def feed(*releases: Release) -> ET.Element:
    data = write_feed(releases, DATASET, base=BASE, address=ADDRESS, modified="2026-01-01")
    return ET.fromstring(data)


def only(element: ET.Element, name: str) -> str:
    found = element.findall(ATOM + name)
    assert len(found) == 1, name
    return found[0].text or ""


@pytest.mark.parametrize("releases", [(), (FIRST,), (FIRST, SECOND, MANY)])
def test_the_feed_holds_what_the_standard_asks_for(releases: tuple[Release, ...]) -> None:
    root = feed(*releases)
    assert root.tag == f"{ATOM}feed"
    assert only(root.find(f"{ATOM}author") or root, "name") == "Editors & Sons"
    for held in (root, *root.findall(f"{ATOM}entry")):
        assert only(held, "id").startswith(BASE)
        assert only(held, "title")
        assert datetime.fromisoformat(only(held, "updated")).tzinfo is not None
        alternates = [link for link in held.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len({(link.get("type"), link.get("hreflang")) for link in alternates}) == len(alternates) == 1
        assert all(link.get("href", "").startswith(ADDRESS) for link in held.findall(f"{ATOM}link"))
    assert [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")] == [f"{ADDRESS}feed.xml"]
    assert {element.tag for element in root.iter()} <= {
        ATOM + name
        for name in ("feed", "entry", "id", "title", "updated", "author", "name", "uri", "link", "rights", "content")
    }
    assert all(element.get("type") in (None, "html") for element in root.iter() if element.tag[len(ATOM) :] in TEXT)


def test_entries_are_the_releases_the_last_one_first() -> None:
    entries = feed(FIRST, SECOND).findall(f"{ATOM}entry")
    assert [only(entry, "title") for entry in entries] == [
        "Version 0.2.0: 1 changed, 1 withdrawn",
        "Version 0.1.0: 3 added",
    ]
    assert [only(entry, "updated") for entry in entries] == [SECOND.moment, FIRST.moment]
    assert len({only(entry, "id") for entry in entries}) == 2


def test_the_feed_is_as_new_as_its_last_release_and_before_the_first_as_the_data() -> None:
    assert only(feed(FIRST, SECOND), "updated") == SECOND.moment
    assert only(feed(), "updated") == "2026-01-01T00:00:00Z"


class Reader(HTMLParser):
    """Collect the elements, links and text of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_an_entry_tells_what_became_of_each_entity_and_the_text_of_papers_stays_text() -> None:
    content = feed(FIRST, SECOND).findall(f"{ATOM}entry/{ATOM}content")
    second, first = (Reader(element.text or "") for element in content)
    assert first.tags | second.tags <= {"div", "p", "ul", "li", "a", "span"}
    seen = NASTY.replace("\u202e", "[U+202E]")
    assert f"quotation “{seen}”" in first.text
    assert f"title: Toll → {seen}" in second.text
    assert "It is one work with Tolls." in second.text
    assert second.links == [f"{BASE}harbour/work/tolls"] * 2


def test_people_are_told_of_removals_first_and_of_no_more_than_they_can_read() -> None:
    assert [section.kind for section in sections(SECOND)] == [ChangeKind.WITHDRAWN, ChangeKind.CHANGED]
    removed = tuple(replace(change, kind=ChangeKind.WITHDRAWN, sha256="") for change in MANY.changes)
    many = replace(MANY, changes=removed)
    (section,) = sections(many)
    assert (len(section.changes), section.more) == (MOST, 1201 - MOST)
    assert re.search(r"and 1,151 more", Reader(feed(many).findtext(f"{ATOM}entry/{ATOM}content") or "").text)


def test_many_that_were_added_are_counted_by_kind() -> None:
    (section,) = sections(MANY)
    assert (section.changes, section.counts) == ((), (("work", 1201),))
    assert "work: 1,201" in Reader(feed(MANY).findtext(f"{ATOM}entry/{ATOM}content") or "").text


def test_what_is_replaced_is_told_with_the_name_of_what_stands_for_it() -> None:
    content = feed(FIRST, SECOND).findtext(f"{ATOM}entry/{ATOM}content") or ""
    assert "work Fees is replaced by work Tolls" in Reader(content).text


def test_a_release_that_changes_nothing_says_so() -> None:
    nothing = Release("1.0.0", "2026-01-01", "0" * 64)
    assert summed(nothing) == "no entity changed"
    assert "no entity changed" in (feed(nothing).findtext(f"{ATOM}entry/{ATOM}content") or "")


def test_equal_releases_give_equal_bytes() -> None:
    one, other = (
        write_feed((FIRST, SECOND), DATASET, base=BASE, address=ADDRESS, modified="2026-01-01") for _ in range(2)
    )
    assert one == other
