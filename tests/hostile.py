"""A workspace in which every text that a paper prints, or a person writes, is an attack."""

import re
from pathlib import Path

from ibidem.workspace import Workspace, create_workspace, load_workspace
from sample import SHAPES

ALARM = "<script>alert(1)</script>"
FORMULA = "=cmd|' /C calc'!A0"
PAYLOADS = (
    ALARM,
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "x]]>y",
    "x-->y",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# gone #}",
    "</script><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "</svg><script>alert(1)</script>",
    "&amp;",
    "&lt;b&gt;",
    "left\u202eright\u202c",
    "\u2066isolate\u2069",
    "\u0301alone",
    "grin \U0001f600\u200d\U0001f5e8\ufe0f",
    FORMULA,
    "+1",
    "-1",
    "@SUM(A1)",
    r"back\slash `tick` $VAR ${HOME} %{ENV:x} <?php ?>",
    "bell\x07 esc\x1b[31m c1\x9f del\x7f",
    "non\ufffecharacter\ufdd0\U0001ffff",
    "L" * 300,
)
ALL = " ".join(PAYLOADS)
BROKEN = f"{ALARM}\nRewriteRule ^ https://evil.invalid/ [R]\n}} return 301 https://evil.invalid/;\n# Heading\n\\"
"""Lines that would be rules of a server, or a heading, where they stood alone."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WRITTEN_OUT = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0\ufffe\U0001ffff]")


def quoted(text: str) -> str:
    """Write a string as TOML and YAML both read it."""
    held = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _WRITTEN_OUT.sub(lambda sign: f"\\U{ord(sign[0]):08X}", held) + '"'


def make_hostile(folder: Path) -> Workspace:
    """Make the workspace: `evil` is published with its text, `kept` without."""
    create_workspace(folder)
    (folder / "shapes").mkdir()
    (folder / "shapes" / "own.ttl").write_text(SHAPES, encoding="utf-8")
    (folder / "ibidem.toml").write_text(_settings(), encoding="utf-8")
    for paper, text in (("evil", _paper(PAYLOADS)), ("kept", _paper(PAYLOADS[:3]))):
        home = folder / "seeds" / "papers" / paper
        home.mkdir()
        (home / "paper.txt").write_text(text, encoding="utf-8")
        (home / "paper.toml").write_text(_described(licensed=paper == "evil"), encoding="utf-8")
        (home / "decisions.yaml").write_text(_decisions(), encoding="utf-8")
    held = folder / "seeds" / "authorities"
    held.mkdir()
    (held / "actors.yaml").write_text(
        f"- name: Norway\n  type: state\n  names: [{quoted(ALARM)}]\n  identifiers:\n"
        f"  - {{scheme: wikidata, value: Q20, method: {quoted(ALL)}, confidence: certain}}\n"
        f"  - {{scheme: untc, value: 'javascript:alert(1)', method: {quoted(ALARM)}, confidence: certain}}\n",
        encoding="utf-8",
    )
    return load_workspace(folder)


def _settings() -> str:
    return f"""\
base = "https://example.org/papers/"
site = "https://files.example.org/"
[dataset]
title = {quoted(f"Title {ALL} {BROKEN}")}
description = {quoted(f"A description that is long enough for all portals, and hostile: {ALL}")}
language = "en"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
rights = {quoted(f"Rights {ALL}")}
keywords = [{", ".join(map(quoted, PAYLOADS))}]
landing_page = "https://example.org/';alert(1)//&amp;x=1"
version = {quoted(f"1.0 {ALL}")}
publisher = {{ name = {quoted(f"Publisher {ALL}")}, iri = "https://example.org/';alert(1)//" }}
issued = "2026-01-31"
contact = {{ name = {quoted(f"Contact {ALL} {BROKEN}")}, email = "o'neil+x@example.org" }}
creators = [{{ name = {quoted(f"Creator {ALL}")}, kind = "person" }}]
"""


def _described(*, licensed: bool) -> str:
    licence = 'license = "https://creativecommons.org/publicdomain/zero/1.0/"\n' if licensed else ""
    return f"""\
title = {quoted(f"The Sound {ALL}")}
authors = [{{ family = {quoted(f"Family {ALL}")}, given = {quoted(ALARM)} }}, {{ literal = "javascript:alert(1)" }}]
journal = {quoted(f"Journal {ALL}")}
date = "1981"
rights = {quoted(f"Rights {ALL}")}
{licence}"""


def _paper(payloads: tuple[str, ...]) -> str:
    """Write a footnoted paper whose title, headings, keywords, sources and quotations are attacks."""
    said = "\n\n".join(
        f'Heading {payload}\n\nBerg said "the toll is {payload} and no more."{str(number).translate(_RAISED)}'
        for number, payload in enumerate(payloads, 1)
    )
    notes = "\n".join(
        f'{number}. Erik Holm, "Pilots {payload} Politics", Journal {payload} of History, Vol. 4, 1954, p. 112.'
        for number, payload in enumerate(payloads, 1)
    )
    last = len(payloads)
    a, b, c = (str(last + more).translate(_RAISED) for more in (1, 2, 3))
    return f"""\
The Sound {ALARM} Question &amp; {{{{ 7*7 }}}}

Ada {ALARM} Lindqvist

Abstract

This is the abstract: {" ".join(payloads[:8])}.

Keywords

- *Pilotage {ALARM}* - The guiding {{{{ 7*7 }}}} of ships ]]> through --> waters.
- *{FORMULA}* - Keeping out of "><img src=x onerror=alert(1)> quarrels.

The convention {ALARM}

In May 1920 Norway and Denmark signed the Straits Convention in Gothenburg, and Sweden kept aloof.{a} The pilots of
the Sound called the treaty "a toll by {ALARM} name".{b} In 1921 Johan Berg took 40 ships through the Sound.{c}

{said}

References

{notes}
{last + 1}. Lars Holm, "Fees {ALARM}", Journal of Tolls, Vol. 1, 1950, p. 3.
{last + 2}. Ibid., p. 115.
{last + 3}. Marit Dahl, The Price {ALARM} (Oslo: Fjord Press, 1971), p. 33. javascript:alert(1) https://x.y/"onload=a/<b>
"""


def _decisions() -> str:
    entries = (
        ("correct", "treaty", "Straits Convention", {"name": f"Treaty {ALL}"}),
        ("correct", "actor", "Johan Berg", {"name": f"Berg {ALL}"}),
        ("add", "actor", "pilots of the Sound", {"name": "javascript:alert(1)", "type": "people"}),
        ("correct", "place", "Gothenburg", {"name": f"Town {ALL}"}),
        ("correct", "agent", "Lars Holm", {"name": f"Holm {ALL}"}),
        ("correct", "agent", "Marit Dahl", {"name": FORMULA}),
    )
    written = [f"by: {quoted(f'Jane {ALL}')}\ndecisions:\n"]
    for action, kind, exact, changes in entries:
        held = ", ".join(f"{key}: {quoted(value)}" for key, value in changes.items())
        written.append(f"- do: {action}\n  kind: {kind}\n  exact: {exact}\n  set: {{{held}}}\n")
        written.append(f"  why: {quoted(f'Because {ALL}')}\n")
    return "".join(written)
