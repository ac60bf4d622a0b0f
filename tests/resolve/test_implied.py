from pathlib import Path

import pytest

from ibidem.build import extract_paper


def parties(folder: Path, text: str) -> list[str]:
    file = folder / "paper.txt"
    file.write_text(f"On Nothing in Particular\n\n{text}\n", encoding="utf-8")
    _, record = extract_paper(file)
    names = {actor.key: actor.name for actor in record.actors}
    return sorted(names[item.actor] for treaty in record.treaties for item in treaty.participations)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway quarrelled with Sweden. In May 1905 a treaty of friendship was signed.", ["Norway", "Sweden"]),
        (
            "Norway quarrelled with Sweden. It rained. In May 1905 a treaty of friendship was signed.",
            ["Norway", "Sweden"],
        ),
        ("Norway quarrelled with Sweden and Denmark. In May 1905 a treaty of friendship was signed.", []),
        ("Norway quarrelled. In May 1905 a treaty of friendship was signed.", []),
        ("Norway feared Sweden.\n\nIn May 1905 a treaty of friendship was signed.", []),
        (
            "The Norwegian government gave way. The pass was guarded under an agreement with Sweden of May 1905.",
            ["Norway", "Sweden"],
        ),
    ],
)
def test_parties_that_the_sentences_before_name(tmp_path: Path, text: str, found: list[str]) -> None:
    assert parties(tmp_path, f"Norway and Sweden are old.\n\nDenmark is old.\n\n{text}") == found
