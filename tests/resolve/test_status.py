import pytest

from ibidem.find.treaty import find_treaties
from ibidem.resolve.treaty import resolve_treaties
from scene import make_actors, make_document


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Treaty of Paris entered into force on 1 May 1952.", "entered into force on 1 May 1952"),
        ("The Treaty of Paris remained unratified until September.", "unratified until September"),
        ("The Treaty of Paris was abrogated in 1960, they say.", "abrogated in 1960"),
        ("The Treaty of Paris is in force.", "in force"),
        ("The Treaty of Paris was never ratified.", "never ratified"),
        ("Henry issued an edict in 1598. Louis revoked the edict in October 1685.", "revoked in October 1685"),
        ("The Treaty of Paris held.", None),
    ],
)
def test_how_instruments_stand(text: str, status: str | None) -> None:
    document = make_document(text)
    found = resolve_treaties(document, tuple(find_treaties(document)), actors=make_actors(document), pointers=())
    assert [treaty.status for treaty in found.treaties] == [status]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The Treaty of Paris was signed under the Charter of Rome.", True),
        ("They signed a protocol in 1952, amending the Treaty of Paris.", True),
        ("The Treaty of Paris held. In accordance with Article 4 of the Charter of Rome coal was free.", True),
        ("The Treaty of Paris held. Under the Charter of Rome coal was free.", False),
        ("The Treaty of Paris and the Charter of Rome held.", False),
    ],
)
def test_which_refers_to_which(text: str, cited: bool) -> None:
    document = make_document(text)
    found = resolve_treaties(document, tuple(find_treaties(document)), actors=make_actors(document), pointers=())
    first, second = found.treaties
    assert first.cites == ((second.key,) if cited else ())
    assert not second.cites
