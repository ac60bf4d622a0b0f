"""What a portal would say of a publication, before it is asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ibidem.check.changes import check_changes
from ibidem.check.crate import check_crate
from ibidem.check.dumps import check_dumps
from ibidem.check.harvest import check_harvest
from ibidem.check.links import check_links
from ibidem.check.names import check_names
from ibidem.check.ontology import check_ontology
from ibidem.check.opened import Opened, open_publication
from ibidem.check.portals import check_dcat_ap, check_google, check_nde
from ibidem.check.records import check_annotations, check_cff, check_datacite, check_linked_art
from ibidem.check.redirects import check_redirects
from ibidem.check.result import Looked, NotRun, Outcome, Result, outcome_of, results_of
from ibidem.check.safety import check_safety
from ibidem.check.sitemap import check_sitemap
from ibidem.errors import InputError
from ibidem.words import read_table

__all__ = [
    "CHECKS",
    "Check",
    "Opened",
    "Outcome",
    "Result",
    "check_publication",
    "checks",
    "open_publication",
    "outcome_of",
]

CHECKS: tuple[tuple[str, Callable[[Opened], Looked | NotRun]], ...] = (
    ("dumps", check_dumps),
    ("harvest", check_harvest),
    ("names", check_names),
    ("links", check_links),
    ("safety", check_safety),
    ("sitemap", check_sitemap),
    ("redirects", check_redirects),
    ("changes", check_changes),
    ("ontology", check_ontology),
    ("nde", check_nde),
    ("dcat-ap", check_dcat_ap),
    ("google", check_google),
    ("ro-crate", check_crate),
    ("cff", check_cff),
    ("datacite", check_datacite),
    ("web-annotation", check_annotations),
    ("linked-art", check_linked_art),
)
"""The checks in the order in which they run; `words/checks.tsv` says in words what each asks."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it asks in words, and the page of whoever made the rules."""

    name: str
    title: str
    question: str
    source: str
    run: Callable[[Opened], Looked | NotRun]


def checks(only: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """Give all checks, or some by their names, in the order in which they run; raise InputError for an unknown name."""
    known = dict(CHECKS)
    for name in only:
        if name not in known:
            raise InputError(f"there is no check {name!r}; there are: {', '.join(known)}")
    said = {row[0]: row for row in read_table("checks")}
    return tuple(_check(said[name], run) for name, run in CHECKS if not only or name in only)


def _check(row: tuple[str, ...], run: Callable[[Opened], Looked | NotRun]) -> Check:
    name, title, question, source = row
    return Check(name, title, question, source, run)


def check_publication(
    opened: Opened, asked: tuple[Check, ...], *, progress: Callable[[str], None] = lambda _: None
) -> Iterator[Result]:
    """Run checks over a publication; each gives at least one result.

    Raise InputError where a file goes away meanwhile, as it does where somebody publishes anew, or cannot be read.
    """
    for check in asked:
        progress(f"{check.title}: {check.question}")
        try:
            found = check.run(opened)
        except FileNotFoundError as error:
            raise InputError("went away while it was checked; check again", path=error.filename) from None
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}; make it readable, or publish again"
            raise InputError(message, path=error.filename or opened.folder) from None
        yield from results_of(check.name, found)
