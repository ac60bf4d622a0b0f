"""A small invented paper, read by hand: one record that holds every kind of item, and authorities for it."""

from ibidem.authority import Authority, Identifier
from ibidem.cited import Agent, Form, Name, Place, Pointer, Position, Reference, Work
from ibidem.document import CONTEXT, Mention
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.record import Decision, KeywordGloss, Paper, Record
from ibidem.remark import Remark, RemarkKind
from ibidem.span import Span
from ibidem.story import (
    Act,
    Actor,
    ActorType,
    Capacity,
    Category,
    Claim,
    Event,
    Participation,
    Provision,
    Quotation,
    Role,
    Treaty,
)

BASE = "https://w3id.org/ibidem/"
PAPER = f"{BASE}doe-2001"

TEXT = """THE RURITANIAN WAR
Jane Doe
Keywords
- Buffer state - A small state between two large ones
Ruritania and Borduria signed the Treaty of Zenda in May 1934 at Zenda, while Syldavia abstained.\u00b9 Article 2 \
forbids "foreign bases".\u00b2 President Michael Elphberg told the Bordurian envoy in June 1935 that "our border\nis \
your border".\u00b3 About 12,000 Ruritanian refugees fled to Borduria in 1936.\u2074 Elphberg, former Colonel of the \
Red Guard, warned that war was near. Michael the Younger fell on 3 March 1937.\u2075
REFERENCE
1. A. Smith and B. Jones, "Zenda", Journal of Small States, vol. 2, no. 1, 1990, pp. 5-9.
2. Ibid.
3. Ibid., p. 7.
4. Daily Strel, 4 June 1936, quoted in C. Brown, "Refugees", in D. White (ed.), Exiles, Strel Press, Strelsau, 1995.
5. Ibid.
"""


def mention(exact: str, nth: int = 0, *, reading: str | None = None) -> Mention:
    """Find the nth occurrence of a stretch in the text, from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(exact, start + 1)
    end = start + len(exact)
    prefix = TEXT[max(0, start - CONTEXT) : start]
    return Mention(Span(start, end), exact, prefix, TEXT[end : end + CONTEXT], reading or exact)


def actor(key: str, kind: ActorType, name: str, *mentions: Mention, roles: tuple[Role, ...] = ()) -> Actor:
    """Make an actor whose authority, if it is a state, has the key of the actor."""
    printed = tuple(dict.fromkeys(item.reading for item in mentions))
    authority = key if kind is ActorType.STATE else None
    return Actor(key, kind, name, printed, mentions, roles, ("actor-name",), authority)


def work(key: str, kind: str, title: str | None, *mentions: Mention, **fields: object) -> Work:
    """Make a work; what is not said is absent."""
    absent: dict[str, object] = dict.fromkeys(
        ("container", "volume", "issue", "number", "date", "place", "publisher", "pages")
    )
    values = {"authors": (), "editors": (), "titles": (), **absent, **fields}
    return Work(key=key, type=kind, title=title, mentions=mentions, rules=("work",), **values)  # type: ignore[arg-type]


def reference(number: int, form: Form, position: Position, source: Mention, **fields: object) -> Reference:
    """Make the first reference of a note."""
    absent: dict[str, object] = dict.fromkeys(
        ("section", "antecedent", "resolved", "work", "via", "locator", "printed_locator", "signal", "fields")
    )
    values = {**absent, **fields}
    rules = ("reference",)
    key = f"{number}"
    return Reference(
        key=key,
        number=number,
        index=0,
        form=form,
        position=position,
        mention=source,
        rules=rules,
        **values,  # type: ignore[arg-type]
    )


MAY, JUNE = Date("1934-05", "May 1934"), Date("1935-06", "June 1935")
Y1936, MARCH = Date("1936", "1936"), Date("1937-03-03", "3 March 1937")
NOTES = (
    mention('A. Smith and B. Jones, "Zenda", Journal of Small States, vol. 2, no. 1, 1990, pp. 5-9.'),
    mention("Ibid."),
    mention("Ibid., p. 7."),
    mention(TEXT[TEXT.index("Daily Strel") : TEXT.index("\n5. Ibid")]),
    mention("Ibid.", 2),
)

POINTERS = tuple(
    Pointer(str(number), number, None, mention(sign), (str(number),), ("pointer-superscript",))
    for number, sign in enumerate("\u00b9\u00b2\u00b3\u2074\u2075", start=1)
)
REFERENCES = (
    reference(1, Form.FULL, Position.FIRST, NOTES[0], resolved="1", work="smith-zenda"),
    reference(2, Form.IBID, Position.IBID, NOTES[1], antecedent="1", resolved="1", work="smith-zenda"),
    reference(
        3,
        Form.IBID,
        Position.IBID_WITH_LOCATOR,
        NOTES[2],
        antecedent="2",
        resolved="1",
        work="smith-zenda",
        locator="7",
        printed_locator="7",
    ),
    reference(
        4,
        Form.FULL,
        Position.FIRST,
        NOTES[3],
        resolved="4",
        work="daily-strel-1936",
        via="refugees",
        signal="quoted in",
    ),
    reference(
        5, Form.IBID, Position.IBID, NOTES[4], antecedent="4", resolved="4", work="daily-strel-1936", via="refugees"
    ),
)
WORKS = (
    work(
        "smith-zenda",
        "article",
        "Zenda",
        NOTES[0],
        authors=("smith", "jones"),
        titles=("Zendda",),
        container="journal-of-small-states",
        volume="2",
        issue="1",
        date=Date("1990", "1990"),
        pages="5-9",
        url="https://example.org/zenda?a=1&b=2",
        doi="10.1000/zenda.5",
        accessed=Date("2001-02-03", "3 February 2001"),
    ),
    work("journal-of-small-states", "periodical", "Journal of Small States", mention("Journal of Small States")),
    work(
        "daily-strel-1936",
        "newspaper",
        None,
        NOTES[3],
        container="daily-strel",
        date=Date("1936-06-04", "4 June 1936"),
        archive="State Archive of Ruritania, box 4",
        genre="evening edition",
        note="mutilated",
    ),
    work("daily-strel", "periodical", "Daily Strel", mention("Daily Strel")),
    work("refugees", "chapter", "Refugees", mention('C. Brown, "Refugees"'), authors=("brown",), container="exiles"),
    work(
        "exiles",
        "book",
        "Exiles",
        mention("Exiles"),
        editors=("white",),
        translators=("white",),
        edition="2nd",
        series="Ruritanian Studies 12",
        isbn="0-19-852663-6",
        place="strelsau",
        publisher="strel-press",
        date=Date("1995", "1995"),
    ),
)
AGENTS = (
    Agent("smith", "person", Name("A. Smith", "Smith", "A."), (mention("A. Smith"),), ("agent",)),
    Agent("jones", "person", Name("B. Jones", "Jones", "B."), (mention("B. Jones"),), ("agent",)),
    Agent("brown", "person", Name("C. Brown", "Brown", "C."), (mention("C. Brown"),), ("agent",)),
    Agent("white", "person", Name("D. White", "White", "D."), (mention("D. White"),), ("agent",)),
    Agent("strel-press", "organisation", Name("Strel Press"), (mention("Strel Press"),), ("agent",)),
)
PLACES = (
    Place("zenda", "Zenda", (mention("Zenda", 1),), ("place",), authority="zenda"),
    Place("strelsau", "Strelsau", (mention("Strelsau"),), ("place",)),
)
ROLES = (
    Role("elphberg-president", "President", "ruritania", None, None, False, mention("President"), ("role-title",)),
    Role(
        "elphberg-colonel",
        "Colonel",
        None,
        "the Red Guard",
        None,
        True,
        mention("former Colonel of the Red Guard"),
        ("role-title",),
    ),
)
ACTORS = (
    actor("ruritania", ActorType.STATE, "Ruritania", mention("Ruritania"), mention("Ruritanian")),
    actor("borduria", ActorType.STATE, "Borduria", mention("Borduria"), mention("Bordurian"), mention("Borduria", 2)),
    actor("syldavia", ActorType.STATE, "Syldavia", mention("Syldavia")),
    actor(
        "elphberg",
        ActorType.PERSON,
        "Michael Elphberg",
        mention("Michael Elphberg"),
        mention("Elphberg", 1),
        roles=ROLES,
    ),
    actor("bordurian-envoy", ActorType.GOVERNMENT_BODY, "Bordurian envoy", mention("Bordurian envoy")),
    actor("red-guard", ActorType.MILITARY_UNIT, "Red Guard", mention("Red Guard")),
    actor("un", ActorType.INTERNATIONAL_ORGANISATION, "Small States League", mention("Small States")),
    actor("young", ActorType.POLITICAL_PARTY, "Younger Party", mention("the Younger")),
    actor("exiles", ActorType.ARMED_GROUP, "Exiles", mention("Exiles")),
    actor("refugees", ActorType.PEOPLE, "Ruritanians", mention("Ruritanian refugees")),
)
QUOTATIONS = (
    Quotation(
        "foreign-bases",
        Category.DOCUMENT,
        mention("foreign bases"),
        '""',
        (),
        None,
        None,
        None,
        None,
        ("2",),
        None,
        ("quotation-marks",),
    ),
    Quotation(
        "our-border",
        Category.SPEECH,
        mention("our border\nis your border", reading="our border is your border"),
        '""',
        ("elphberg",),
        "elphberg-president",
        "bordurian-envoy",
        JUNE,
        "the envoys' dinner",
        ("3",),
        None,
        ("quotation-marks", "decision/speaker-of-border"),
    ),
    Quotation(
        "border",
        Category.TERM,
        mention("border"),
        "",
        (),
        None,
        None,
        None,
        None,
        (),
        "our-border",
        ("quotation-marks",),
    ),
    Quotation(
        "war-was-near",
        Category.PARAPHRASE,
        mention("war was near"),
        "",
        ("elphberg",),
        None,
        None,
        None,
        None,
        (),
        None,
        ("quotation-paraphrase",),
    ),
)
TREATIES = (
    Treaty(
        "treaty-of-zenda",
        "Treaty of Zenda",
        "treaty",
        ("Treaty of Zenda",),
        MAY,
        "zenda",
        "in force",
        (
            Participation("ruritania", Capacity.PARTY, Act.SIGNED, MAY),
            Participation("borduria", Capacity.PARTY, Act.SIGNED, MAY),
            Participation("syldavia", Capacity.ABSTAINING, None, None),
            Participation("borduria", Capacity.GUARANTOR, None, None),
        ),
        (Provision("no-foreign-bases", "no foreign bases", "2", mention('Article 2 forbids "foreign bases"')),),
        ("league-charter",),
        ("1", "2"),
        (mention("Treaty of Zenda"),),
        ("treaty-name",),
        authority="treaty-of-zenda",
    ),
    Treaty(
        "league-charter",
        "League Charter",
        "charter",
        ("Charter",),
        None,
        None,
        None,
        (),
        (),
        (),
        (),
        (mention("Article 2"),),
        ("treaty-name",),
    ),
)
EVENTS = (
    Event(
        "fall-of-michael",
        "Michael the Younger falls",
        "conflict",
        MARCH,
        "strelsau",
        ("elphberg", "young"),
        ("5",),
        mention("Michael the Younger fell on 3 March 1937"),
        ("event-dated",),
    ),
)
CLAIMS = (
    Claim(
        "refugees-12000",
        "12000",
        "refugees",
        "about",
        ("refugees", "ruritania"),
        "ruritania",
        Y1936,
        ("4",),
        mention("About 12,000 Ruritanian refugees"),
        ("claim-figure",),
    ),
)
DECISIONS = (
    Decision(
        "speaker-of-border",
        "correct",
        "quotation",
        mention("our border\nis your border"),
        (("speaker", "Michael Elphberg"),),
        "the sentence names him",
        "Jane Doe",
        "seeds/papers/doe-2001/decisions.yaml",
        3,
    ),
)
FINDINGS = (
    Finding(
        Code.QUOTATION_UNCLOSED,
        Severity.WARNING,
        "the quotation is not closed; mend it by a decision",
        mention("our border").span,
        "quotation/our-border",
    ),
    Finding(Code.NO_NOTES, Severity.INFO, "nothing to see", focus="quotation/of-another-paper"),
    Finding(Code.CANDIDATE_DROPPED, Severity.VIOLATION, 'a <b>bold</b> "claim" . \\ \' {}', None, f"{PAPER}/actor/un"),
)
RECORD = Record(
    paper=Paper(
        id="doe-2001",
        title="THE RURITANIAN WAR",
        authors=(Name("Jane Doe", "Doe", "Jane"),),
        journal="Journal of Invented Studies",
        issn=None,
        date=Date("2001", "2001"),
        language="en",
        rights="unclear",
        license="https://creativecommons.org/licenses/by/4.0/",
        sha256="0" * 64,
        file="paper.txt",
    ),
    keywords=(
        KeywordGloss("buffer-state", "Buffer state", "A small state between two large ones", mention("Buffer state")),
    ),
    pointers=POINTERS,
    references=REFERENCES,
    works=WORKS,
    agents=AGENTS,
    places=PLACES,
    actors=ACTORS,
    quotations=QUOTATIONS,
    treaties=TREATIES,
    events=EVENTS,
    claims=CLAIMS,
    decisions=DECISIONS,
    findings=FINDINGS,
    remarks=(Remark(1, None, RemarkKind.COMMENT, mention("Buffer state")),),
)
AUTHORITIES = (
    Authority(
        "ruritania",
        "actor",
        "state",
        "Ruritania",
        ("Kingdom of Ruritania",),
        (
            Identifier(
                "wikidata", "Q1190", "http://www.wikidata.org/entity/Q1190", "name and place", "2026-01-02", "certain"
            ),
            Identifier("iso3166", "RR", None, "list of states", None, "probable"),
        ),
    ),
    Authority("borduria", "actor", "state", "Borduria"),
    Authority("syldavia", "actor", "state", "Syldavia"),
    Authority(
        "zenda", "place", "place", "Zenda", (), (Identifier("local", "a/b c", None, "made up", None, "probable"),)
    ),
    Authority("treaty-of-zenda", "treaty", "treaty", "Treaty of Zenda"),
    Authority("journal-of-small-states", "work", "serial", "Journal of Small States"),
    Authority("strel-press", "agent", "organisation", "Strel Press"),
)
