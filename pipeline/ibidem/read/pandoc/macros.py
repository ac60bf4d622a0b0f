"""Definitions of LaTeX commands that pandoc does not know: it leaves them out with all that is in their braces."""

import re
from collections.abc import Iterable, Iterator

from ibidem.read.pandoc.carry import OPEN
from ibidem.words import read_words

_KNOWN = {
    "textquote": r"[2][]{\enquote{#2}}",
    "sidenote": r"[2][]{\footnote{#2}}",
    "marginpar": r"[2][]{ #2 }",
    "marginnote": r"[2][]{ #2 }",
    "textls": r"[2][]{#2}",
    "textendash": r"{–}",
    "textemdash": r"{—}",
    "og": r"{« }",
    "fg": r"{ »}",
    "fullcite": r"[2][]{\cite[#1]{#2}}",
    "citetitle": r"[2][]{\cite[#1]{#2}}",
    "footfullcite": r"[2][]{\footcite[#1]{#2}}",
}
KNOWN = "".join(f"\\providecommand{{\\{name}}}{meaning}" for name, meaning in _KNOWN.items())
"""What packages define whose text is printed; on one line, so that the lines of errors are those of the source."""

_NAME = re.compile(r"\\([A-Za-z]{2,40})")
_COMMAND = re.compile(r"\\([A-Za-z]{2,40})\*?((?:\[[^\]]{0,200}\])?)\s*(?=\{)")
_WORDS = re.compile(r"[^\W\d_]{2,}[^\w{}]{1,3}[^\W\d_]{2,}")
_NOTE = re.compile(rf"\\(?:foot|end)note|{OPEN}")
_MOST = 9


def passing(skipped: Iterable[str], source: str) -> bytes:
    """Define commands that were skipped and hold words or notes so that what is in their braces is printed.

    Those that stand only before the document's beginning set it up.
    """
    used = set(_NAME.findall(source, max(0, source.find("\\begin{document}")))) - set(read_words("latex-unprinted"))
    known = {
        match[1]: meaning
        for text in skipped
        if (match := _COMMAND.match(text)) and match[1] in used
        for meaning in _meaning(match, text)
    }
    return "".join(f"\\newcommand{{\\{name}}}{meaning}" for name, meaning in known.items()).encode()


def _meaning(match: re.Match[str], text: str) -> Iterator[str]:
    groups = list(_groups(text[match.end() :]))
    if not groups or not any(_WORDS.search(group) or _NOTE.search(group) for group in groups):
        return
    first = 2 if match[2] else 1
    last = min(first + len(groups) - 1, _MOST)
    printed = " ".join(f"#{place}" for place in range(first, last + 1))
    yield f"[{last}]{'[]' if match[2] else ''}{{{printed}}}"


def _groups(text: str) -> Iterator[str]:
    """Give what stands in the braces that follow one another."""
    depth = start = 0
    for at, sign in enumerate(text):
        if sign == "{":
            depth += 1
            start = at + 1 if depth == 1 else start
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield text[start:at]
        elif depth == 0 and not sign.isspace():
            return
