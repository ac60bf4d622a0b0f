"""Carry the numbers of LaTeX's notes and the keys of its reference list through pandoc."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ibidem.read.pandoc.carry import Carried, mark, unmarked
from ibidem.read.pandoc.context import from_context, is_context
from ibidem.read.pandoc.macros import KNOWN

_BOOK = re.compile(r"\\documentclass\s*(?:\[[^\]]{0,200}\])?\s*\{(?:book|report|memoir|scrbook|scrreprt|amsbook)\}")
_DECLARED = re.compile(r"\\DeclareNewFootnote\s{0,3}(?:\[[^\]]{0,80}\])?\s{0,3}\{(\w{1,20})\}")
_SERIES = re.compile(r"\\(footnote[A-Za-z]{1,20}|[A-E]footnote|parnote)(?=\s{0,9}[\[{])")
_OWN = re.compile(r"\\footnote\s{0,9}[\[{]")
_TOKEN = re.compile(
    r"(?P<escaped>\\[\\%])"
    r"|(?P<comment>%[^\n]*)"
    r"|\\begin\{(?P<verbatim>verbatim\*?|lstlisting|comment)\}"
    r"|\\(?P<note>footnotemark|footnotetext|footnote|endnotemark|endnotetext|endnote|thanks)(?![A-Za-z])"
    r"[ \t]{0,9}(?:\[(?P<number>\d{1,5})\])?[ \t]{0,9}(?P<brace>\{)?"
    r"|\\(?:setcounter\{footnote\}\{(?P<count>\d{1,5})\})"
    r"|(?P<foot>\\end(?:last)?foot(?![A-Za-z]))"
    r"|(?P<chapter>\\chapter(?![A-Za-z]))"
    r"|\\begin\{thebibliography\}[ \t]{0,9}(?P<widest>\{[^{}]{0,200}\})"
    r"|\\bibitem[ \t]{0,9}(?:\[(?P<shown>[^\]]{0,200})\])?[ \t]{0,9}\{(?P<key>[^{}]{1,200})\}",
)


def carry_latex(text: str) -> Carried:
    """Mark the notes that have a number of their own, or whose marker and text stand apart, and the entries.

    In a book the numbers restart with each chapter.
    """
    text = unmarked(text)
    if is_context(text):
        text = from_context(text)
    text = _one_series(text)
    carrier = _Carrier(book=_BOOK.search(text) is not None)
    marked = KNOWN + "".join(_marked(text, carrier))
    return Carried(marked.encode(), tuple(carrier.labels), tuple(carrier.cited))


def _one_series(text: str) -> str:
    r"""Write notes of further series as LaTeX's own: as signs, where the paper has its footnotes beside them.

    Series are named by `\DeclareNewFootnote` of bigfoot and manyfoot, or are those of reledmac; parnotes has one.
    """
    beside = _OWN.search(text) is not None
    names = {f"footnote{name}" for name in _DECLARED.findall(text) if name != "default"}

    def written(match: re.Match[str]) -> str:
        if match[1] == "parnote":
            return "\\footnote"
        known = match[1] in names or (match[1].endswith("footnote") and not names)
        return ("\\thanks" if beside else "\\footnote") if known else match[0]

    return _SERIES.sub(written, text)


def _marked(text: str, carrier: "_Carrier") -> Iterator[str]:
    """Give the text with its marks; what is printed as it is typed stays so."""
    at = 0
    while match := _TOKEN.search(text, at):
        yield text[at : match.start()]
        at = match.end()
        end = text.find(f"\\end{{{match['verbatim']}}}", at) if match["verbatim"] else -1
        if end >= 0:
            yield text[match.start() : end]
            at = end
        elif match["verbatim"]:
            break
        else:
            yield carrier.carried(match)
    yield text[at if match is None else match.start() :]


@dataclass(slots=True)
class _Carrier:
    book: bool
    labels: list[str] = field(default_factory=list)
    cited: list[tuple[str, str]] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    texts: set[int] = field(default_factory=set)

    def carried(self, match: re.Match[str]) -> str:
        if match["note"]:
            return self._note(match["note"], match["number"], match["brace"] or "", match[0])
        if match["count"]:
            return mark("c", int(match["count"]))
        if match["chapter"]:
            self.known.clear()
            return f"{mark('c', 0)}\n\n\\chapter" if self.book else match[0]
        if match["foot"]:
            # Behind it pandoc loses a table's first cell.
            return ""
        if match["widest"]:
            return "\\begin{thebibliography}{}"
        if match["key"]:
            self.cited.append((match["key"].strip(), match["shown"] or str(len(self.cited) + 1)))
            return f"\n\n{mark('b', len(self.cited) - 1)} "
        return match[0]

    def _note(self, name: str, number: str | None, brace: str, printed: str) -> str:
        if name.endswith("mark"):
            return (mark("m", self._labelled(number, text=False)) if number else mark("a")) + brace
        if not brace:
            return printed
        opened = mark("n", self._labelled(number, text=True)) if number else ""
        if name.endswith("text"):
            return f"\\footnote{{{mark('q')}{opened or mark('t')} "
        if number or name == "endnote":
            return f"\\footnote{{{opened or mark('e')} "
        return f"\\thanks{{{mark('s')} " if name == "thanks" else printed

    def _labelled(self, number: str, *, text: bool) -> int:
        """Give the index of the note of that number: the one that has no text yet, or that a marker names again."""
        index = self.known.get(number)
        if index is None or (text and index in self.texts):
            index = self.known[number] = len(self.labels)
            self.labels.append(number)
        if text:
            self.texts.add(index)
        return index
