from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

HOME = "https://example.org/papers/"
ROOT = "changes/stream.ttl"
MEMBER = f"""
<{HOME}changes/stream.ttl#stream> <https://w3id.org/tree#member> <{HOME}changes/1.ttl#a> .
<{HOME}changes/1.ttl#a> <https://www.w3.org/ns/activitystreams#published> "2026-01-01T00:00:00Z" ;
  <http://purl.org/dc/terms/isVersionOf> <{HOME}harbour-2021> .
"""


def lead(copy: Copy, address: str) -> None:
    text = (copy.site / ROOT).read_text(encoding="utf-8")
    copy.write(ROOT, f"{text}\n<{HOME}{ROOT}#to> <https://w3id.org/tree#node> <{address}> .\n")


def page(text: str) -> Callable[[Copy], None]:
    def damage(copy: Copy) -> None:
        lead(copy, f"{HOME}changes/1.ttl")
        copy.write("changes/1.ttl", text)

    return damage


def feed(old: str, new: str) -> Callable[[Copy], None]:
    return lambda copy: copy.replace("feed.xml", old, new)


DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (lambda copy: copy.remove(ROOT), f"site/{ROOT}: is not there"),
    (lambda copy: copy.write(ROOT, "<x"), f"site/{ROOT}: cannot be parsed"),
    (lambda copy: copy.replace(ROOT, "ldes:timestampPath", "ldes:other"), f"site/{ROOT}: does not say timestampPath"),
    (lambda copy: copy.replace(ROOT, "tree:view", "tree:other"), f"site/{ROOT}: does not say view"),
    (lambda copy: lead(copy, f"{HOME}changes/gone.ttl"), "site/changes/gone.ttl: is not there"),
    (lambda copy: lead(copy, "https://x.example/a.ttl"), f"site/{ROOT}: leads to https://x.example/a.ttl, which lies"),
    (page(MEMBER.replace("published", "other")), "site/changes/1.ttl: does not say published of <"),
    (page(MEMBER.replace("isVersionOf", "other")), "site/changes/1.ttl: does not say isVersionOf of <"),
    (lambda copy: copy.remove("feed.xml"), "site/feed.xml: is not there"),
    (lambda copy: copy.write("feed.xml", "<feed"), "site/feed.xml: cannot be read"),
    (lambda copy: copy.write("feed.xml", "<rss/>"), "site/feed.xml: is no Atom feed"),
    (feed("<updated>", "<updated/><x>"), "site/feed.xml: cannot be read"),
    (feed("</feed>", "<entry><id>x</id></entry></feed>"), "site/feed.xml: its entry 1 has no title"),
    (feed(f'"{HOME}feed.xml"', '"x"'), f"site/feed.xml: does not say its own address, {HOME}feed.xml"),
)


def test_the_stream_and_the_feed_of_a_sound_publication_can_be_followed(sound: Path) -> None:
    assert said(run(sound, "changes")) == ["pass None: 1 page of the stream, 0 changes, the feed"]


def test_a_page_is_followed_once_however_often_it_is_named(copy: Copy) -> None:
    page(f"{MEMBER}<x:a> <https://w3id.org/tree#node> <{HOME}{ROOT}>, <{HOME}changes/1.ttl> .")(copy)
    assert said(run(copy.folder, "changes")) == ["pass None: 2 pages of the stream, 1 change, the feed"]


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_what_cannot_be_followed_fails(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "changes"))
    assert any(line.startswith(f"fail {message}") for line in found), found
