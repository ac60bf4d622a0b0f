from pathlib import Path

import pytest

from ibidem.build import extract_paper

NOTES = """

Notes

1. Mary Brown, The Sea (London: Faber, 1987), 4.
2. Ibid., 5; Peter Long, The Land (Oxford: Clarendon Press, 1990), 6.
3. John Brown, The Rain (London: Faber, 1991), 7.
4. A. Stranger, The Wind (London: Faber, 1992), 8.
"""
"""Notes that cite Mary Brown alone, her with somebody else, her namesake, and somebody who is no actor."""


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Mary Brown lived there. The houses “were as grey as the sky over all of them”.[1]", "Mary Brown"),
        ("Mary Brown lived there. The houses “were as grey as the sky over all of them”.[2]", None),
        ("Mary Brown lived there. The houses “were as grey as the sky over all of them”.[3]", None),
        ("Mary Brown lived there. The houses “were as grey as the sky over all of them”.[4]", None),
        ("Mary Brown lived there. The houses “were as grey as the sky over all of them”. It rained.[1]", None),
        ("Mary Brown lived there. A farmer said: “They were as grey as the sky over us all”.[1]", None),
        ("Mary Brown lived there, among “very grey houses”.[1]", "Mary Brown"),
        ("Nobody lived there, among “very grey houses”, but Mary Brown had. It was a “very green place”.[1]", None),
    ],
)
def test_the_author_of_what_the_note_cites_speaks_where_nobody_else_is_said_to(
    tmp_path: Path, body: str, speaker: str | None
) -> None:
    file = tmp_path / "paper.txt"
    markers = "".join(f" It was so.[{number}]" for number in (1, 2, 3, 4))
    file.write_text(f"Grey Houses\n\n{body}\n\nNothing else is told.{markers}{NOTES}", encoding="utf-8")
    _, record = extract_paper(file)
    actors = {actor.key: actor.name for actor in record.actors}
    spoken = record.quotations[-1].speakers
    assert [actors[key] for key in spoken] == ([speaker] if speaker else [])
