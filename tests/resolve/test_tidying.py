from dataclasses import replace

from desks import DOCUMENT
from ibidem.resolve.tidying import tidied
from records import RECORD


def test_nothing_to_tidy() -> None:
    assert tidied(DOCUMENT, RECORD, before=RECORD) == RECORD


def test_what_nothing_refers_to_any_more_goes() -> None:
    events = tuple(replace(event, place=None) for event in RECORD.events)
    works = tuple(replace(work, place=None, publisher=None, container=None) for work in RECORD.works)
    record = tidied(DOCUMENT, replace(RECORD, events=events, works=works), before=RECORD)
    assert [place.key for place in record.places] == ["zenda"]
    assert [work.key for work in record.works] == ["smith-zenda", "daily-strel-1936", "refugees"]
    assert [agent.key for agent in record.agents] == ["smith", "jones", "brown"], "the editor went with the book"


def test_what_nothing_ever_referred_to_stays() -> None:
    bare = replace(RECORD, references=(), works=(), treaties=(), events=())
    assert tidied(DOCUMENT, bare, before=bare) == bare


def test_a_speaker_speaks_in_an_office_of_his_own() -> None:
    def office(*speakers: str) -> str | None:
        changed = tuple(
            replace(quotation, speakers=speakers) if quotation.speaker_role else quotation
            for quotation in RECORD.quotations
        )
        record = tidied(DOCUMENT, replace(RECORD, quotations=changed), before=RECORD)
        return next(quotation.speaker_role for quotation in record.quotations if quotation.key == "our-border")

    assert office("elphberg") == "elphberg-president"
    assert office("ruritania") is None
    assert office() is None
