from dataclasses import replace

import pytest

from ibidem.cited import Agent, Name
from ibidem.edtf import Date
from ibidem.resolve.citation import Citations
from ibidem.resolve.citing import Sources
from records import RECORD

WORK = RECORD.works[0]
ACTOR = next(actor for actor in RECORD.actors if actor.type == "person")
AUTHOR = Agent("author", "person", Name(ACTOR.name, family=ACTOR.name.split()[-1]), (), ())
POINTER = next(pointer for pointer in RECORD.pointers if pointer.references)


def sources(kind: str, date: str, until: Date | None = None) -> Sources:
    references = tuple(replace(reference, work=WORK.key) for reference in RECORD.references)
    work = replace(WORK, type=kind, date=Date(date, date), authors=("author",))
    citations = Citations(RECORD.pointers, references, (work,), (AUTHOR,), (), (), ())
    return Sources.of(citations, cast=RECORD.actors, until=until)


@pytest.mark.parametrize(
    ("kind", "date", "said"),
    [
        ("broadcast", "1993-05-25", "1993-05-25"),
        ("interview", "1992-07-30", "1992-07-30"),
        ("newspaper", "1993-05-26", "1993"),
        ("manuscript", "1914-09-15", "1914-09-15"),
        ("manuscript", "1975", None),
        ("article", "1996", None),
    ],
)
def test_only_a_note_that_dates_the_utterance_dates_it(kind: str, date: str, said: str | None) -> None:
    found = sources(kind, date).date_of_utterance((POINTER.key,))
    assert (found.edtf if found else None) == said


def test_a_scholar_speaks_when_his_work_appears() -> None:
    found = sources("article", "1996")
    date = found.date_of_study((POINTER.key,), (ACTOR.key,))
    assert date is not None and date.edtf == "1996"
    assert found.date_of_study((POINTER.key,), ()) is None


def test_what_is_forthcoming_dates_no_words() -> None:
    later, same = Date("1995", "1995"), Date("1996", "1996")
    assert sources("article", "1996-02", later).date_of_study((POINTER.key,), (ACTOR.key,)) is None
    assert sources("article", "1996-02", same).date_of_study((POINTER.key,), (ACTOR.key,)) is not None


def test_the_author_of_a_statement_is_its_speaker() -> None:
    assert sources("statement", "1993").speaker((POINTER.key,)) == ACTOR.key
    assert sources("article", "1993").speaker((POINTER.key,)) is None
    assert sources("statement", "1993").speaker(()) is None
