from pathlib import Path

import pytest

from ibidem.build import extract_paper


@pytest.mark.parametrize(
    ("lead", "speakers"),
    [
        (
            "At the hearing Senator Paul Dietrich asked Ellen Brandt whether she had read it:",
            ["Ellen Brandt", "Paul Dietrich"],
        ),
        ("Magistrate Paul Dietrich asked the widow whether she had read it:", ["", "Paul Dietrich"]),
        ("At the hearing Paul Dietrich and Ellen Brandt read it.", ["", ""]),
    ],
)
def test_two_persons_speak_by_turns(tmp_path: Path, lead: str, speakers: list[str]) -> None:
    file = tmp_path / "paper.md"
    file.write_text(
        f'# A Hearing\n\n{lead}\n\n> "All of it, and twice."\n\n> "And did it change your mind?"\n\nIt did.\n'
    )
    _, record = extract_paper(file)
    names = {actor.key: actor.name for actor in record.actors}
    assert ["".join(names[key] for key in item.speakers) for item in record.quotations] == speakers
