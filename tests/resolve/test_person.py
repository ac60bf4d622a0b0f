import pytest

from ibidem.candidate import Candidate, CandidateKind
from ibidem.resolve.person import group_persons, read_name
from ibidem.span import Span


def persons(*forms: str) -> tuple[list[tuple[str, int]], int]:
    """Group forms, each in a block of its own but those that begin with a plus."""
    candidates, at, block = [], 0, 0
    for form in forms:
        exact, block = form.removeprefix("+"), block + (not form.startswith("+"))
        name, _, evidence = exact.partition(":")
        features = (("evidence", evidence or "given"), ("type", "person"))
        span = Span(at, at + len(name))
        candidates.append(Candidate(span, CandidateKind.ACTOR, name, "actor-person-given", block, features))
        at += len(name) + 1
    groups, findings = group_persons(candidates, ())
    return [(group.name, len(group.candidates)) for group in groups], len(findings)


@pytest.mark.parametrize(
    ("form", "given", "family"),
    [
        ("Boris Yeltsin", ("Boris",), "yeltsin"),
        ("Charles de Gaulle", ("Charles",), "gaulle"),
        ("J.P. Morgan", ("J.", "P."), "morgan"),
        ("Louis Sussdorff Jr", ("Louis",), "sussdorff"),
        ("Nicholas II", ("Nicholas",), "nicholas II"),
        ("Enver Pasha", ("Pasha",), "enver"),
        ("Deng Xiaoping", ("Xiaoping",), "deng"),
        ("Yeltsin", (), "yeltsin"),
    ],
)
def test_names_are_parted(form: str, given: tuple[str, ...], family: str) -> None:
    name = read_name(form)
    assert (name.given, name.family, name.full) == (given, family, bool(given))


@pytest.mark.parametrize(
    ("forms", "expected", "findings"),
    [
        (("Boris Yeltsin", "Yeltsin", "B. Yeltsin"), [("Boris Yeltsin", 3)], 0),
        (("William Sharp", "William Graves Sharp", "Sharp"), [("William Graves Sharp", 3)], 0),
        (("William Sharp", "Hallie Sharp"), [("William Sharp", 1), ("Hallie Sharp", 1)], 0),
        (("William Sharp", "Sharp", "Hallie Sharp", "Sharp"), [("William Sharp", 3), ("Hallie Sharp", 1)], 0),
        (("William Sharp", "+Hallie Sharp", "+Sharp"), [("William Sharp", 1), ("Hallie Sharp", 1)], 1),
        (("William Sharp", "+Hallie Sharp", "+Sharp:title"), [("William Sharp", 1), ("Hallie Sharp", 2)], 0),
        (("Ahmad Massod", "Masood"), [("Ahmad Massod", 2)], 0),
        (("Massod", "Masood"), [("Massod", 2)], 0),
        (("Carolyn Herrick", "Carolyn"), [("Carolyn Herrick", 2)], 0),
        (("Robert Bacon", "+Robert Bliss", "+Robert"), [("Robert Bacon", 1), ("Robert Bliss", 1)], 1),
        (("Ferdinand:crown", "Franz Ferdinand"), [("Ferdinand", 1), ("Franz Ferdinand", 1)], 0),
        (("Nicholas II", "Nicholas:crown", "Nicholas"), [("Nicholas II", 3)], 0),
        (("Emomali Rakhmon", "Imomali Rakhmon"), [("Emomali Rakhmon", 2)], 0),
        (("Francis Smith", "Frances Smith"), [("Francis Smith", 1), ("Frances Smith", 1)], 0),
        (("Gulbuddin Hekmatyar", "Gulbuddin Hekmatyr"), [("Gulbuddin Hekmatyar", 2)], 0),
    ],
)
def test_one_person_one_group(forms: tuple[str, ...], expected: list[tuple[str, int]], findings: int) -> None:
    found, unclear = persons(*forms)
    assert (sorted(found), unclear) == (sorted(expected), findings)
