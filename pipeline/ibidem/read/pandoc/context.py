"""Say in LaTeX's words what a ConTeXt source says in its own, so that a reader of LaTeX reads it."""

import re

_TEXT = re.compile(r"^\s*\\starttext\b", re.MULTILINE)
_HEADED = re.compile(r"\\start(?:part|chapter|(?:sub){0,4}section|sectionlevel|title|(?:sub){0,4}subject)\s*\[")
_URL = re.compile(r"\\useURL\s*\[([^\]\s]{1,80})\]\s*\[([^\]]{1,1000})\]")
_BRACKET = re.compile(r"[\[\]{}]")
_LONGEST = 1500
_WORDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\\starttext\b", r"\\begin{document}"),
        (r"\\stoptext\b", r"\\end{document}"),
        (r"\\start(?:blockquote|quotation|quote|narrower)\b", r"\\begin{quotation}"),
        (r"\\stop(?:blockquote|quotation|quote|narrower)\b", r"\\end{quotation}"),
        (r"\\(?:quotation|quote)(?=\s*\{)", r"\\enquote"),
        (r"\\start(enumerate|itemize)\b(?:\s{0,9}\[[^\]]{0,200}\]){0,4}", r"\\begin{\1}"),
        (r"\\stop(enumerate|itemize)\b", r"\\end{\1}"),
        (r"\\(?:chapter|title|subject|(?:sub){1,4}subject)\s{0,9}(?:\[[^\]]{0,200}\])?\s{0,9}(?=\{)", r"\\section"),
        (r"\\((?:sub){0,2}section)\s{0,9}\[[^\]]{0,200}\]\s{0,9}(?=\{)", r"\\\1"),
        (
            r"\\start(?:xcell|xrow|xtable|xtablehead|xtablebody|xrowgroup|alignment)\b(?:\s{0,9}\[[^\]]{0,200}\])?",
            "\n\n",
        ),
        (r"\\stop(?:xcell|xrow|alignment)\b", "\n\n"),
        (r"\\start(?:footnote)\b\s{0,9}", r"\\footnote{"),
        (r"\\stop(?:footnote)\b", "}"),
        (r"\\goto\s{0,9}(\{[^{}]{0,500}\})\s{0,9}\[[^\]]{0,1000}\]", r"\1"),
        (r"\\high(?=\s*\{)", r"\\textsuperscript"),
        (r"\\low(?=\s*\{)", r"\\textsubscript"),
        (r"\\crlf\b", r"\\\\ "),
        (r"\\(?:setupinterlinespace|tf[a-dx]{0,2})\b", ""),
        (r"\\st(?:art|op)[A-Za-z]{1,40}\b(?:\s{0,9}\[[^\]]{0,200}\]){0,4}", "\n\n"),
    )
)
"""What ConTeXt calls otherwise than LaTeX, the last row whatever else it begins and ends."""


def is_context(text: str) -> bool:
    """Tell ConTeXt from LaTeX."""
    return _TEXT.search(text) is not None and "\\documentclass" not in text


def from_context(text: str) -> str:
    """Rewrite a source; what sets up pages before the text begins is left out."""
    addresses = dict(_URL.findall(text))
    begun = _TEXT.search(text)
    text = _headings(text[begun.start() if begun else 0 :])
    text = re.sub(r"\\from\s*\[([^\]]{1,80})\]", lambda match: f"\\url{{{addresses.get(match[1], '')}}}", text)
    for pattern, instead in _WORDS:
        text = pattern.sub(instead, text)
    return text


def _headings(text: str) -> str:
    """Give headings in braces that ConTeXt has among the settings of a section."""
    chunks = []
    at = 0
    for match in _HEADED.finditer(text):
        settings = _until(text, match.end(), "[", "]")
        opened = settings.find("title={")
        title = _until(settings, opened + len("title={"), "{", "}") if opened >= 0 else ""
        chunks += [text[at : match.start()], f"\\section{{{title}}}" if title else ""]
        at = match.end() + len(settings) + 1
    return "".join(chunks) + text[at:]


def _until(text: str, start: int, opening: str, closing: str) -> str:
    """Give what stands from `start` up to the sign that closes it; braces and brackets inside come in pairs."""
    depth = {opening: 0, "{": 0}
    pairs = {closing: opening, "}": "{"}
    for match in _BRACKET.finditer(text, start, start + _LONGEST):
        sign = match[0]
        if sign in depth:
            depth[sign] += 1
        elif sign in pairs:
            if sign == closing and not any(depth.values()):
                return text[start : match.start()]
            depth[pairs[sign]] -= 1
    return ""
