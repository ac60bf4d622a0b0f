"""Whether there are rules for servers, and whether their patterns match what clients send."""

import re
from collections.abc import Iterator

from ibidem.check.opened import Opened, files, text_of
from ibidem.check.result import Looked, Problem, counted

_ADVICE = "publish again; where it stays so, mend the template of the rules"
_RULES = (".htaccess", "redirect/w3id/.htaccess", "redirect/nginx.conf")
_FILES = (*_RULES, "_headers", "_redirects", ".nojekyll", "redirect/w3id/README.md")
_PATTERN_LINE = re.compile(r"^\s*(?:RewriteCond|RewriteRule|SetEnvIf\w*|~\S+|\"~)", re.MULTILINE)
_LOOSE_PLUS = re.compile(r"(?<!\\)(?:ld|rdf|xhtml|owl)\+(?=(?:\)\??)?(?:json|xml))")
_SERVED = re.compile(r"^/\*(\.\w+)$", re.MULTILINE)
_ADDED = re.compile(r"^AddType \S+ (\.\w+)$", re.MULTILINE)
_PLAIN = frozenset({"", ".htaccess", ".nojekyll", ".conf"})
"""Endings that no client asks for by their type."""


def check_redirects(opened: Opened) -> Looked:
    """Look at the rules for w3id.org, Apache, nginx and static hosts; a real Apache is asked by the tests of ibidem."""
    there = [name for name in _FILES if name in files(opened)]
    problems = [Problem("is not there", opened.shown(name), _ADVICE) for name in _FILES if name not in there]
    for name in (name for name in _RULES if name in files(opened)):
        text = text_of(opened, name)
        problems += [Problem(what, opened.shown(name), _ADVICE) for what in _wrong(name, text)]
    problems += [*_untyped(opened, ".htaccess", _ADDED), *_untyped(opened, "_headers", _SERVED)]
    return Looked(f"{counted(len(there), 'file')} of rules", tuple(problems))


def _wrong(name: str, text: str) -> Iterator[str]:
    """Find what keeps rules from matching: a plus that is not escaped stands for "one or more" of the letter before."""
    for number, line in enumerate(text.splitlines(), 1):
        if _PATTERN_LINE.match(line) and _LOOSE_PLUS.search(line):
            yield f"line {number}: a plus that is not escaped never matches: write ld\\+json"
    if name.endswith(".htaccess") and not re.search(r"^RewriteEngine on$", text, re.MULTILINE | re.IGNORECASE):
        yield "its rules are off: RewriteEngine on"
    if "turtle" not in text or not re.search(r"ld\\\+", text):
        yield "no rule leads to data: neither text/turtle nor application/ld\\+json is asked for"


def _untyped(opened: Opened, name: str, pattern: re.Pattern[str]) -> Iterator[Problem]:
    """Find endings of files that a server would send without a type."""
    if name not in files(opened):
        return
    typed = set(pattern.findall(text_of(opened, name))) | {".html"}
    found = {_ending(path) for path in files(opened)} - typed - _PLAIN
    for ending in sorted(found):
        yield Problem(f"says no media type for files that end in {ending}", opened.shown(name), _ADVICE)


def _ending(path: str) -> str:
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot:] if dot >= 0 and not path.startswith("redirect/") else ""
