"""The whole paper, by the machine alone, against our own gold reading of it; and what any text must keep."""

import re
import textwrap
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.cited import Work
from ibidem.document import Document
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.read.text import parse_text
from ibidem.resolve.citation import Citations, resolve_citations
from published import ROOT
from table import read_cases

GOLD = ROOT / "tests" / "gold" / "sethi-2017"
STYLES = read_cases(ROOT / "tests" / "resolve" / "cases" / "styles.tsv")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PIECES = ["Ibid.", "Ibid., p. 5", "A. Bee, *Book* (Paris, 1990), 5.", "Bee, *Book*, 7", "\n2. ", "\n- ", "\n\n", "; "]
PIECES += [
    "op. cit.",
    "supra note 1",
    "quoted in ",
    "Izvestia, 31 July 1992",
    "See ",
    "¹",
    "[2]",
    "Notes\n\n",
    "idem, ",
]


def read(text: str) -> tuple[Document, Citations]:
    document = parse_text(text)
    found = tuple(sorted([*find_pointers(document), *find_references(document)]))
    return document, resolve_citations(document, found)


@pytest.fixture(scope="module")
def sethi() -> Citations:
    return read((ROOT / "seeds" / "papers" / "sethi-2017" / "paper.txt").read_bytes().decode())[1]


class Shown:
    """What the saved queries show of works."""

    def __init__(self, citations: Citations) -> None:
        self.works = {work.key: work for work in citations.works}
        self.agents = {agent.key: agent.name.literal for agent in citations.agents}
        self.places = {place.key: place.name for place in citations.places}

    def name(self, key: str | None) -> str:
        work = self.works.get(key or "")
        return (work.title or self.name(work.container)) if work else ""

    def row(self, work: Work) -> dict[str, str]:
        whole = self.works.get(work.container or "")
        date = work.date or (whole.date if whole else None)
        return {
            "type": work.type,
            "authors": "; ".join(self.agents[key] for key in work.authors),
            "editors": "; ".join(self.agents[key] for key in work.editors or (whole.editors if whole else ())),
            "title": work.title or "",
            "container": self.name(work.container),
            "volume": work.volume or "",
            "issue": work.issue or "",
            "date": date.edtf if date else "",
            "publisher": self.agents.get(work.publisher or (whole.publisher if whole else None) or "", ""),
            "place": self.places.get(work.place or (whole.place if whole else None) or "", ""),
        }


def plain(value: str) -> str:
    return " ".join(value.casefold().replace("’", "'").split())


def test_form_locator_and_via_of_every_reference(sethi: Citations) -> None:
    shown = Shown(sethi)
    read_rows = [
        {
            "pointer": str(one.number),
            "form": str(one.form),
            "position": str(one.position),
            "locator": one.locator or "",
            "via": "; ".join(shown.name(key) for key in (one.via, *one.through) if key),
        }
        for one in sethi.references
    ]
    gold = [{name: row[name] for name in read_rows[0]} for row in read_cases(GOLD / "citations.tsv")]
    assert read_rows == gold
    assert len(sethi.pointers) == 73 and all(pointer.references for pointer in sethi.pointers)


def test_each_reference_cites_its_work(sethi: Citations) -> None:
    """The works of gold and ours part the references alike."""
    gold = [row["workkey"] for row in read_cases(GOLD / "citations.tsv")]
    ours = [one.work for one in sethi.references]
    pairs = set(zip(gold, ours, strict=True))
    assert len(pairs) == len(set(gold)) == len(set(ours))
    firsts = {work: f"{at + 1}" for at, work in reversed(list(enumerate(ours)))}
    assert [one.resolved for one in sethi.references] == [firsts[work] for work in ours]


def test_fields_of_the_works(sethi: Citations) -> None:
    shown = Shown(sethi)
    cited = dict.fromkeys(key for one in sethi.references for key in (one.work, one.via, *one.through) if key)
    ours = [shown.row(shown.works[key]) for key in cited]
    right = said = 0
    for row in read_cases(GOLD / "works.tsv"):
        near = max(ours, key=lambda mine: sum(plain(mine[name]) == plain(row[name]) for name in mine if row[name]))
        values = [name for name in near if row[name] or near[name]]
        said += len(values)
        right += sum(plain(row[name]) == plain(near[name]) for name in values)
    assert len(ours) == 39
    assert right / said >= 0.95


def test_nothing_is_left_unread_and_merges_are_told(sethi: Citations) -> None:
    assert sethi.unread == 0
    assert {str(finding.code) for finding in sethi.findings} == {"works-merged"}
    assert {finding.severity for finding in sethi.findings} == {"info"}


DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def marked(text: str, write: Callable[[str], str]) -> str:
    return re.sub("[⁰¹²³⁴-⁹]+", lambda match: write(match.group().translate(DIGITS)), text)


def listed(text: str, label: str, *, heading: str = "Notes\n\n", between: str = "\n") -> str:
    body, entries = text.split("REFERENCE\n")
    lines = [line.removeprefix("- ") for line in entries.split("\n") if line.strip()]
    return body + heading + between.join(label.format(at) + line for at, line in enumerate(lines, start=1)) + "\n"


def at_foot(text: str) -> str:
    """Put the notes at the foot of pages of four paragraphs, numbers glued to words, a running head between."""
    body, entries = text.split("REFERENCE\n")
    notes = [line.removeprefix("- ") for line in entries.split("\n") if line.strip()]
    lines, done, last = [], 0, 0
    for at, paragraph in enumerate((part for part in body.split("\n\n") if part.strip()), start=1):
        last = max([last, *(int(number.translate(DIGITS)) for number in re.findall("[⁰¹²³⁴-⁹]+", paragraph))])
        lines += textwrap.wrap(" ".join(marked(paragraph, str).split()), 90)
        if at % 4 == 0 and last > done:
            for number in range(done + 1, last + 1):
                lines += textwrap.wrap(f"{number} {notes[number - 1]}", 90)
            lines += ["Journal of Small States", str(100 + at)]
            done = last
    lines += [f"{number} {notes[number - 1]}" for number in range(done + 1, len(notes) + 1)]
    return "\n".join(lines) + "\n"


LAYOUTS: dict[str, Callable[[str], str]] = {
    "bracketed markers": lambda text: marked(text, "[{}]".format),
    "Markdown footnotes": lambda text: marked(listed(text, "[^{}]: ", between="\n\n"), "[^{}]".format),
    "glued markers, numbered list": lambda text: marked(listed(text, "{}. "), str),
    "bracketed list": lambda text: listed(text, "[{}] "),
    "numbers without punctuation": lambda text: listed(text, "{} "),
    "a list without heading": lambda text: listed(text, "{}. ", heading=""),
    "line ends of another system": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "no emphasis": lambda text: text.replace("*", ""),
    "notes at the foot of pages": at_foot,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_a_paper_does_not_change_what_it_cites(sethi: Citations, layout: str) -> None:
    text = (ROOT / "seeds" / "papers" / "sethi-2017" / "paper.txt").read_bytes().decode()
    document, citations = read(LAYOUTS[layout](text))
    assert [marker.number for marker in document.markers] == list(range(1, 74))

    def chain(of: Citations) -> list[tuple[str, str, str | None, str | None, str | None, str | None]]:
        return [(one.key, one.form, one.antecedent, one.resolved, one.locator, one.via) for one in of.references]

    assert chain(citations) == chain(sethi)


def test_two_sections_keep_their_notes_apart() -> None:
    notes = "Notes\n\n1. A. Bee, *Book* (Paris, 1990), 5.\n2. Ibid.\n\n"
    chapter = f"A chapter\n\nIt says one thing here.¹ And another there.²\n\n{notes}"
    _, citations = read(chapter * 2)
    assert [one.key for one in citations.references] == ["s1-1", "s1-2", "s2-1", "s2-2"]
    assert [pointer.references for pointer in citations.pointers] == [("s1-1",), ("s1-2",), ("s2-1",), ("s2-2",)]
    assert [one.resolved for one in citations.references] == ["s1-1"] * 4


def test_short_forms_mean_the_entries_of_a_bibliography() -> None:
    listed = "References\n\nBee, A. 1990. A Book. Paris: House.\n\nCee, C. 1991. Other. Rome: House.\n"
    text = f"T\n\nOne.¹ Two.²\n\nNotes\n\n1. Bee 1990, p. 1.\n2. Ibid., p. 2.\n\n{listed}"
    _, citations = read(text)
    shown = {one.key: (str(one.form), one.antecedent, one.resolved, one.locator) for one in citations.references}
    assert shown["1"] == ("short", None, "sbibliography-1", "1")
    assert shown["2"] == ("ibid", "1", "sbibliography-1", "2")


def test_a_number_printed_at_two_notes_loses_no_reference() -> None:
    notes = "1. A. Bee, *Book* (Paris, 1990), 5.\n2. C. Cee, *Other* (Rome, 1991); D. Dee, *Third* (Bonn, 1992).\n"
    notes += "2. Ibid.\n4. A. Bee, *Book*, 9.\n2. Ibid.\n"
    _, citations = read(f"T\n\nOne.¹ Two.² Three.² Four.⁴\n\nNotes\n\n{notes}")
    shown = [(one.key, str(one.form), one.antecedent, one.resolved) for one in citations.references]
    assert shown == [
        ("1", "full", None, "1"),
        ("2", "full", None, "2"),
        ("2-1", "full", None, "2-1"),
        ("2-2", "ibid", None, None),
        ("4", "short", "1", "1"),
        ("2-3", "ibid", "4", "1"),
    ]
    assert [one.references for one in citations.pointers] == [("1",), ("2", "2-1"), ("2-2",), ("4",)]
    told = [str(finding.code) for finding in citations.findings]
    assert told == ["marker-doubled"] * 3 + ["marker-missing"] * 2 + ["ibid-after-several"]


def test_what_stands_right_before_decides_the_position() -> None:
    notes = "1. A. Bee, *Book* (Paris, 1990), 5.\n2. Ibid.\n3. Cee, supra note 1, 20.\n4. Ibid.; Bee, op. cit., 7.\n"
    unresolved = read(f"T\n\nOne.¹ Two.² Three.³ Four.⁴\n\nNotes\n\n{notes}")[1]
    assert [str(one.position) for one in unresolved.references] == ["first", "ibid", "first", "ibid", "subsequent"]
    notes = "1. A. Bee, *Book* (Paris, 1990), 5.\n2. Qwert.\n3. A. Bee, *Book*, 5.\n4. A. Bee, *Book*, 5.\n"
    unread = read(f"T\n\nOne.¹ Two.² Three.³ Four.⁴\n\nNotes\n\n{notes}")[1]
    assert [str(one.position) for one in unread.references] == ["first", "subsequent", "ibid"]
    unmarked = read("T\n\nOne. Two.\n\nNotes\n\n1. A. Bee, *Book* (Paris, 1990), 5.\n2. Ibid.\n")[1]
    assert [str(one.position) for one in unmarked.references] == ["first", "ibid"]
    assert [str(finding.code) for finding in unmarked.findings] == ["note-without-marker"]


def test_a_locator_outside_the_pages_of_the_work_is_told() -> None:
    notes = 'A. Bee, "A Title", *Journal* 8 (1996): 20-29, at 24.', "Ibid., 84."
    _, citations = read(f"T\n\nOne.¹ Two.²\n\nNotes\n\n1. {notes[0]}\n2. {notes[1]}\n")
    assert [(str(finding.code), finding.focus) for finding in citations.findings] == [
        ("locator-outside-work", "reference/2")
    ]


def test_a_note_that_cannot_be_read_is_told() -> None:
    _, citations = read("T\n\nOne.¹ Two.²\n\nNotes\n\n1. Qwert.\n2. A. Bee, *Book* (Paris, 1990), 5.\n")
    assert [str(finding.code) for finding in citations.findings] == ["reference-unread"]
    assert citations.unread == 5


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join))
def test_any_notes_resolve_to_what_is_there(text: str) -> None:
    document, citations = read(f"T\n\nSo.¹ So.²\n\nNotes\n\n1. {text}")
    keys = [one.key for one in citations.references]
    works = {work.key for work in citations.works}
    agents = {agent.key for agent in citations.agents}
    assert len(set(keys)) == len(keys)
    for one in citations.references:
        assert one.mention.span.of(document.text) == one.mention.exact
        assert {one.antecedent, one.resolved} - {None} <= set(keys)
        assert {one.work, one.via, *one.through} - {None} <= works
    for work in citations.works:
        assert {work.container} - {None} <= works and {*work.authors, *work.editors, work.publisher} - {None} <= agents
        assert work.mentions and all(mention.span.of(document.text) == mention.exact for mention in work.mentions)
    for agent in citations.agents:
        assert all(mention.span.of(document.text) == mention.exact for mention in agent.mentions)


def test_time_is_linear() -> None:
    text = (ROOT / "seeds" / "papers" / "sethi-2017" / "paper.txt").read_bytes().decode()
    few, many = read(text * 2)[1], read(text * 6)[1]
    assert len(many.references) == 3 * len(few.references) and len(many.works) == len(few.works)


def test_the_styles_are_whole() -> None:
    assert len(STYLES) == 226
    assert sum(row["status"] == "miss" for row in STYLES) == 2


@pytest.mark.parametrize("style", sorted({row["style"] for row in STYLES}))
def test_notes_in_the_styles_of_journals(style: str) -> None:
    rows = [row for row in STYLES if row["style"] == style]
    body = " ".join(f"So it is said.{row['number'].translate(RAISED)}" for row in rows)
    listed = "\n".join(f"{row['number']}. {row['note']}" for row in rows)
    citations = read(f"A Paper\n\n{body}\n\nNotes\n\n{listed}\n")[1]
    wrong = [
        row["number"] for row in rows if (said(citations, row["number"]) == row["expected"]) != (row["status"] == "ok")
    ]
    assert not wrong, {number: said(citations, number) for number in wrong}


def said(citations: Citations, number: str) -> str:
    """Write the references of a note as the table of styles does."""
    works = {work.key: work for work in citations.works}
    told = []
    for one in citations.references:
        if str(one.number) != number:
            continue
        via = works[one.via] if one.via else None
        named = (via.title or (works[via.container].title if via.container else None)) if via else None
        cells = (one.form, one.antecedent or "", one.resolved or "", one.locator or "", named or "")
        fields = one.fields
        date = fields.date.edtf if fields and fields.date else ""
        full = f" {fields.title or ''}|{fields.container or ''}|{date}" if fields else ""
        told.append(">".join(cells) + full)
    return " // ".join(told)
