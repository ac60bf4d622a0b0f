from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

WORK = "harbour-2021/pointer/1"
PART = ' id="contact"'
DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (lambda copy: copy.remove(f"{WORK}.html"), f"fail site/{WORK}.html: there is no page for "),
    (lambda copy: copy.replace("dataset.html", PART, ""), "fail site/dataset.html: has no place for "),
    (lambda copy: copy.remove(f"{WORK}.ttl"), f"fail site/{WORK}.ttl: there is no text/turtle for "),
    (lambda copy: copy.remove(f"{WORK}.jsonld"), f"fail site/{WORK}.jsonld: there is no application/ld+json for "),
    (lambda copy: copy.write(f"{WORK}.ttl", "<x"), f"fail site/{WORK}.ttl: cannot be parsed"),
    (lambda copy: copy.write(f"{WORK}.jsonld", "{}"), f"fail site/{WORK}.jsonld: says nothing of "),
    (
        lambda copy: copy.replace(f"{WORK}.html", 'type="text/turtle"', 'type="text/plain"'),
        f'fail site/{WORK}.html: does not link its data: rel="alternate" type="text/turtle"',
    ),
    (
        lambda copy: copy.replace(f"{WORK}.html", "pointer/1.jsonld", "pointer/2.jsonld"),
        f'fail site/{WORK}.html: does not link its data: rel="alternate" type="application/ld+json"',
    ),
)


def test_every_name_of_a_sound_publication_leads_somewhere(sound: Path) -> None:
    (result,) = said(run(sound, "names"))
    assert result.startswith("pass None: 2") and "IRIs in" in result


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_a_name_that_leads_nowhere_fails(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "names"))
    assert any(line.startswith(message) for line in found), found
