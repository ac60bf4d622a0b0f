import json

from findings import FINDINGS, NASTY
from ibidem.formats.json import to_json


def test_findings_keep_what_is_known_of_them() -> None:
    plain = json.loads(to_json(FINDINGS, ("a",)))
    assert plain["checked"] == ["a"]
    assert plain["violations"] == 1
    assert plain["findings"][0] == {
        "code": "shape",
        "severity": "violation",
        "message": NASTY,
        "source": "seeds/papers/a b,c:d/paper.txt",
        "line": 2,
        "start": 3,
        "end": 7,
        "focus": "https://example.org/a/actor/b",
        "rule": "https://example.org/shape",
    }
    assert plain["findings"][2] == {"code": "no-notes", "severity": "info", "message": "no notes"}
