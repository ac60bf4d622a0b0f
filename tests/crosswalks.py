"""Views of the dataset for tests: over our own papers, and over two invented ones, under any base."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from pyoxigraph import Store

from ibidem.authority import Authority
from ibidem.describe import describe_authorities, describe_dataset, describe_record
from ibidem.publish.crosswalk import crosswalk_files
from ibidem.publish.crosswalk.header import Crosswalk, load_crosswalks, parse_crosswalk
from ibidem.publish.source import Source
from ibidem.record import Record
from ibidem.workspace import load_workspace
from published import ROOT
from records import AUTHORITIES, RECORD, TEXT
from sources import loaded

CROSSWALKS = load_crosswalks(load_workspace(ROOT))
NAMES = [crosswalk.name for crosswalk in CROSSWALKS]


def two_in_a_note(like: Record = RECORD) -> Record:
    """Make a second paper, whose second note holds two references."""
    first, second, third, *others = like.references
    one, two, _, *rest = like.pointers
    return replace(
        like,
        paper=replace(like.paper, id="roe-2002"),
        references=(first, second, replace(third, number=2, index=1), *others),
        pointers=(one, replace(two, references=("2", "3")), *rest),
    )


def invented_source(
    folder: Path, base: str, *, like: Record = RECORD, authorities: tuple[Authority, ...] = AUTHORITIES
) -> Source:
    """Load the two invented papers into a new folder, as a site has them."""
    workspace = replace(load_workspace(ROOT), base=base)
    quads = [
        *(quad for record in (like, two_in_a_note(like)) for quad in describe_record(record, base=base, text=TEXT)),
        *describe_authorities(authorities, base=base),
        *describe_dataset(workspace.dataset, base=base, papers=["doe-2001", "roe-2002"]),
    ]
    return loaded(folder, quads, workspace)


@cache
def files_of(name: str, source: Source) -> dict[str, bytes]:
    """Make the files of one of our crosswalks, once."""
    return crosswalk_files(CROSSWALKS[NAMES.index(name)], source)


def written(text: str, *, name: str = "view") -> Crosswalk:
    """Read a crosswalk from its text."""
    return parse_crosswalk(text, path=Path(f"{name}.rq"), queries=ROOT / "queries")


def answer(store: Store, query: str) -> set[str]:
    """Ask for one column."""
    from ibidem.store import select

    return {row[0] for row in select(store, query).rows}
