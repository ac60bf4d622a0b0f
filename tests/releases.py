"""Two releases, for tests of what is written of them."""

from ibidem.change.changes import Change, ChangeKind, Release

BASE = "https://example.org/data/"
ADDRESS = "https://example.org/site/"
NASTY = "<script>alert(1)</script> ]]> {{ x }} &amp; \u202e\u05d0 \"'"
HASHES = tuple(str(number) * 64 for number in range(4))


def change(kind: ChangeKind, path: str, label: str, *words: str, replaced_by: str = "") -> Change:
    sha256 = "" if kind is ChangeKind.WITHDRAWN else HASHES[len(words)]
    return Change(kind, BASE + path, sha256, label, words, replaced_by)


FIRST = Release(
    "0.1.0",
    "2026-01-31",
    HASHES[0],
    (
        change(ChangeKind.ADDED, "harbour/quotation/nasty", f"quotation “{NASTY}”"),
        change(ChangeKind.ADDED, "harbour/work/fees", "work Fees"),
        change(ChangeKind.ADDED, "harbour/work/tolls", "work Tolls"),
    ),
)
SECOND = Release(
    "0.2.0",
    "2026-02-01T12:30:00Z",
    HASHES[1],
    (
        change(ChangeKind.CHANGED, "harbour/work/tolls", "work Tolls", f"title: Toll → {NASTY}", "volume: 2"),
        change(
            ChangeKind.WITHDRAWN,
            "harbour/work/fees",
            "work Fees",
            "It is one work with Tolls.",
            replaced_by=f"{BASE}harbour/work/tolls",
        ),
    ),
)
MANY = Release(
    "0.3.0",
    "2026-03-01",
    HASHES[2],
    tuple(change(ChangeKind.ADDED, f"harbour/work/n{number}", f"work {number}") for number in range(1201)),
)
