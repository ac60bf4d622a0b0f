import pytest

from ibidem.find.treaty import find_treaties
from ibidem.resolve.treaty import resolve_treaties
from scene import make_actors, make_document


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("The Treaty of Paris held. Article 4 of the treaty states: “Coal is free”.", "Article 4: Coal is free"),
        ("Under Article 4 of the Treaty of Paris, coal was free.", "Article 4: coal was free"),
        ("The Treaty of Paris held. By Article VII (2) coal was free.", "Article VII (2): coal was free"),
        (
            "Coal was free in accordance with Articles 4 and 5 of the Treaty of Paris.",
            "Articles 4 and 5: Coal was free",
        ),
        ("The Treaty of Paris held. Article 4 of the constitution provides that coal is free.", ""),
        ("The Treaty of Paris, which provided for free coal until 1960, held.", "for free coal until 1960"),
        ("The Treaty of Paris, providing for free coal for all, held.", "free coal for all"),
        ("They signed a treaty in 1951 whereby coal was free.", "coal was free"),
        ("They concluded an agreement in 1951 to free the coal trade.", ""),
        ("The Treaty of Paris held.\n\nA.\n\nB.\n\nC.\n\nD.\n\nArticle 4 is clear.", ""),
    ],
)
def test_what_instruments_lay_down(text: str, provisions: str) -> None:
    document = make_document(text)
    found = resolve_treaties(document, tuple(find_treaties(document)), actors=make_actors(document), pointers=())
    shown = [
        f"{one.article}: {one.text}" if one.article else one.text
        for treaty in found.treaties
        for one in treaty.provisions
    ]
    assert "; ".join(shown) == provisions
    for treaty in found.treaties:
        for one in treaty.provisions:
            assert one.mention.span.of(document.text) == one.mention.exact
