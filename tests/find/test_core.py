import pytest

from ibidem.find.core import Parts, core_of
from ibidem.find.term import Term, heads


def head(words: str) -> Term:
    return next(term for term in heads().by_first[words.split()[0]] if " ".join(term.words) == words)


UN = Term(("un",), "organisation", "international-organisation", "United Nations")
HAMAS = Term(("hamas",), "organisation", "armed-group", "Hamas")
LABOUR = Term(("labour",), "organisation", "political-party", "Labour Party")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (Parts(head("troops"), ("border",)), ("military-unit", "border troops")),
        (Parts(head("guards"), ("border",)), ("military-unit", "border troops")),
        (Parts(head("troops"), ("rebel",)), ("armed-group", "rebels")),
        (Parts(head("groups"), ("armed",)), ("armed-group", "rebels")),
        (Parts(head("forces"), ("opposition",)), ("armed-group", "opposition")),
        (Parts(head("leaders"), ("opposition",)), ("people", "leaders of the opposition")),
        (Parts(head("forces"), (), ("communist",)), ("armed-group", "communist troops")),
        (
            Parts(head("ministry"), (), (), None, "", "", "foreign affairs"),
            ("government-body", "ministry of foreign affairs"),
        ),
        (Parts(head("states"), (), (), None, "Latin America"), ("state", "states of latin america")),
        (Parts(head("states"), (), (), UN), ("state", "states of united nations")),
        (Parts(head("officials"), (), (), UN), None),
        (Parts(head("fighters"), (), (), HAMAS), None),
        (Parts(head("militants"), (), (), LABOUR), ("armed-group", "militants of labour party")),
        (Parts(head("council"), ("security",), (), UN), ("government-body", "security council of united nations")),
        (Parts(head("administration"), ("truman",), (), None, "", "US"), ("government-body", "government")),
        (
            Parts(head("government"), ("provisional",), (), None, "", "RU"),
            ("government-body", "provisional government"),
        ),
    ],
)
def test_core(parts: Parts, expected: tuple[str, str] | None) -> None:
    assert core_of(parts) == expected
