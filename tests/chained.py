"""Papers that are notes, and what their references are led to, in one line a note."""

from ibidem.document import PartKind
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.read.compose import Block, Run, compose
from ibidem.resolve.citation import Citations, resolve_citations


def resolve(notes: list[tuple[str, str]]) -> Citations:
    """Resolve notes, each a number and a text."""
    body = [Block(PartKind.PARAGRAPH, (Run("So it is said."), Run(number, note=number))) for number, _ in notes]
    held = [Block(PartKind.NOTE, (Run(text),), note=number, label=f"{number}.") for number, text in notes]
    document = compose([Block(PartKind.TITLE, (Run("A Paper"),)), *body, *held])
    return resolve_citations(document, tuple(sorted([*find_pointers(document), *find_references(document)])))


def held(citations: Citations, number: str) -> str:
    """Say what a note holds, as the table does."""
    codes = {finding.focus: str(finding.code) for finding in citations.findings if finding.severity == "warning"}
    said = []
    for one in citations.references:
        if str(one.number) == number:
            code = codes.get(f"reference/{one.key}") if one.work is None or one.resolved in (None, one.key) else None
            led = f">{one.resolved}" if one.resolved not in (None, one.key) else ""
            said.append(f"{one.form}!{code}" if code else f"{one.form}{led}")
    return " ".join(said) or "-"
