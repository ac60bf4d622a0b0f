"""Rules for Apache: of w3id.org, where IRIs lead elsewhere, and of a server that holds the site itself."""

import re

from ibidem.publish.redirect.rule import (
    ACCEPTED,
    ENDINGS,
    FOLDERS,
    NAMED,
    PAGES,
    REPRESENTATIONS,
    TURTLE_ONLY,
    TYPES,
    filled,
    is_text,
    literally,
    path_of,
)
from ibidem.withdrawal import Withdrawal
from ibidem.workspace import Workspace

_LONGEST = 500

UNKNOWN = "https://site.invalid/"
"""Stands for the address of a site of which only the IRIs are known (RFC 2606): people put the right one there."""


def w3id_rules(workspace: Workspace, withdrawn: tuple[Withdrawal, ...]) -> str:
    """Write the rules for the folder of the base IRI at w3id.org, which only redirects; its own checks hold."""
    values = {
        "name": _folder(workspace),
        "base": workspace.base,
        "title": _in_one_line(workspace.dataset.title),
        "address": _elsewhere(workspace),
        "contact_lines": "\n".join(f"# {line}" for line in _contact(workspace)),
        "negotiate": _negotiate(),
        "withdrawn": _withdrawn_elsewhere(workspace, withdrawn),
        "folders": "|".join(FOLDERS),
    }
    return filled("w3id.htaccess", values)


def w3id_readme(workspace: Workspace) -> str:
    """Write the page that w3id.org asks for beside the rules: what the IRIs are, and whom to ask."""
    values = {
        "name": _folder(workspace),
        "base": workspace.base,
        "title": _in_one_line(workspace.dataset.title),
        "address": _elsewhere(workspace),
        "contact": "\n".join(f"- {line}" for line in _contact(workspace)),
    }
    return filled("w3id-same.md" if workspace.site == workspace.base else "w3id.md", values)


def site_rules(workspace: Workspace, withdrawn: tuple[Withdrawal, ...]) -> str:
    """Write the rules for the root of the site, where an Apache serves it."""
    values = {
        "path": path_of(workspace.site),
        "types": "\n".join(_type(ending, media_type) for ending, media_type in TYPES),
        "named": "\n".join(_named(path, media_type) for path, media_type in NAMED),
        "negotiate": _negotiate(),
        "withdrawn": _withdrawn_here(workspace, withdrawn),
        "folders": "|".join(FOLDERS),
    }
    return filled("site.htaccess", values)


def _type(ending: str, media_type: str) -> str:
    charset = f"\nAddCharset utf-8 .{ending}" if is_text(media_type) else ""
    return f"AddType {media_type} .{ending}{charset}"


def _named(path: str, media_type: str) -> str:
    name = path.rpartition("/")[2]
    return f'<Files "{name}">\n  ForceType "{media_type}; charset=utf-8"\n</Files>'


def _negotiate() -> str:
    return filled("negotiate.htaccess", {**dict(ACCEPTED), "pages": PAGES, "turtle_only": TURTLE_ONLY})


def _elsewhere(workspace: Workspace) -> str:
    """Give the address of the site, which cannot be that of its IRIs where these only lead to it."""
    return UNKNOWN if workspace.site == workspace.base else workspace.site


def _in_one_line(text: str) -> str:
    """Give what a comment can hold: Apache takes no line of more than 8,190 bytes, and no page where one is longer."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _folder(workspace: Workspace) -> str:
    return path_of(workspace.base).strip("/")


def _contact(workspace: Workspace) -> list[str]:
    """Say whom to ask; w3id.org knows people by their name at GitHub."""
    contact = workspace.dataset.contact
    page = contact.iri or ""
    user = re.fullmatch(r"https://github\.com/([A-Za-z0-9-]+)/?", page)
    name = user.group(1) if user else "(your user name, which w3id.org asks for)"
    lines = [_in_one_line(contact.name), contact.email or "", f"GitHub username: {name}"]
    return [line for line in lines if line]


def _withdrawn_elsewhere(workspace: Workspace, withdrawn: tuple[Withdrawal, ...]) -> str:
    """Write a rule for each IRI withdrawn: to what stands for it now, or the answer 410 with the page that says why."""
    if not withdrawn:
        return ""
    site = _elsewhere(workspace)
    said = f"<p>This was withdrawn: <a href='{site}%{{reqenv:GONE}}.html'>read why</a>.</p>"
    gone = _gone(withdrawn, f'ErrorDocument 410 "{said}"')
    return "\n".join(["# What was withdrawn.", *gone, *_moved(withdrawn, base=workspace.base, site=site)]) + "\n"


def _withdrawn_here(workspace: Workspace, withdrawn: tuple[Withdrawal, ...]) -> str:
    """Write the same for the site, where the page or the data that say why are the answer's document."""
    if not withdrawn:
        return ""
    document = f"ErrorDocument 410 {path_of(workspace.site)}%{{reqenv:GONE}}%{{reqenv:EXT}}"
    gone = _gone(withdrawn, document, rf"RewriteRule (\.(?:{'|'.join(REPRESENTATIONS)}))$ - [E=EXT:$1]")
    heading = "# What was withdrawn: the answer 410, with the page or the data that say why."
    return "\n".join([heading, *gone, *_moved(withdrawn)]) + "\n"


def _gone(withdrawn: tuple[Withdrawal, ...], *document: str) -> list[str]:
    """Answer 410 to each IRI that nothing stands for, after the lines that say what is shown with it."""
    gone = [item for item in withdrawn if item.replaced_by is None]
    rules = [f"RewriteRule ^{literally(item.iri)}{ENDINGS} - [R=410,E=GONE:{item.iri}]" for item in gone]
    return [*document, *rules] if gone else []


def _moved(withdrawn: tuple[Withdrawal, ...], *, base: str = "", site: str = "") -> list[str]:
    """Lead from each IRI to the one in its place; not with 301, which caches never forget.

    What lies under `base` is led to its document at `site` at once, where both are given.
    """
    lines = []
    for item in withdrawn:
        if item.replaced_by:
            target = re.sub(r"[%$\\]", r"\\\g<0>", item.replaced_by)
            if base and item.replaced_by.startswith(base):
                name, mark, part = target[len(base) :].partition("#")
                target = f"{site}{name}%{{ENV:EXT}}{mark}{part}"
            lines.append(f"RewriteRule ^{literally(item.iri)}/*$ {target} [R=303,NE,L]")
    return lines
