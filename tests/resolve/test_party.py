import pytest

from ibidem.resolve.party import act_of, read_parties, state_keys
from ibidem.resolve.passages import Readings
from ibidem.resolve.report import Report
from ibidem.story import Act, Participation
from scene import make_actors, make_document


def read(text: str, *, phrase: str = "treaty", form: str = "signed", kind: str = "treaty") -> list[str]:
    document = make_document(text)
    (passage,) = document.body()
    actors = make_actors(document, "General Assembly:international-organisation; Henry:person")
    verb = (text.index(form), text.index(form) + len(form)) if form else None
    left = text.index(phrase)
    dates = Readings().of(passage).dates
    report = Report(
        passage, 0, len(text), left, left + len(phrase), verb, act_of(form) if form else None, kind, dates=dates
    )
    return [shown(item) for item in read_parties(report, actors=actors, states=state_keys(actors))]


def shown(item: Participation) -> str:
    return ":".join(
        str(part.edtf if hasattr(part, "edtf") else part)
        for part in (item.actor, item.capacity, item.act, item.date)
        if part
    )


@pytest.mark.parametrize(
    ("text", "form", "kind", "parties"),
    [
        ("France and Italy signed a treaty", "signed", "treaty", "france:party:signed italy:party:signed"),
        ("A treaty was signed between France and Italy", "signed", "treaty", "france:party:signed italy:party:signed"),
        ("France ratified the treaty in 1993", "ratified", "treaty", "france:party:ratified:1993"),
        ("France signed the treaty; Italy refused", "signed", "treaty", "italy:abstaining:refused france:party:signed"),
        (
            "France and Italy (except Spain) signed a treaty",
            "signed",
            "treaty",
            "spain:abstaining:refused france:party:signed italy:party:signed",
        ),
        ("Henry issued a decree, a treaty", "issued", "decree", "henry:issuer:issued"),
        ("Henry revoked a decree, a treaty", "revoked", "decree", ""),
        ("The treaty was adopted by the General Assembly", "adopted", "resolution", "general-assembly:issuer:approved"),
        (
            "A treaty guaranteed by France was signed by Italy",
            "signed",
            "treaty",
            "italy:party:signed france:guarantor",
        ),
        ("Italy signed the treaty; France acted as mediator", "signed", "treaty", "italy:party:signed france:mediator"),
        ("The treaty was kept", "", "treaty", ""),
    ],
)
def test_who_takes_part_as_what(text: str, form: str, kind: str, parties: str) -> None:
    assert " ".join(read(text, form=form, kind=kind)) == parties


def test_a_late_ratification_is_no_refusal() -> None:
    assert read("France did not ratify the treaty until 1994", form="") == ["france:party:ratified:1994"]
    assert read("France did not ratify the treaty", form="") == ["france:abstaining:refused"]


def test_an_adjective_names_the_parties_where_nothing_else_does() -> None:
    parties = ["france:party", "italy:party"]
    text = "The Franco-Italian treaty lapsed; France wept, and so did Italy"
    assert read(text, phrase="Franco-Italian treaty", form="") == parties
    text = "The France-Italy treaty lapsed; France wept, and so did Italy"
    assert read(text, phrase="France-Italy treaty", form="") == parties


def test_forms_to_acts() -> None:
    assert act_of("Acceded  to") is Act.ACCEDED
    assert act_of("kept") is None
