"""Rules for static hosts that read `_headers` and `_redirects` (Netlify, Cloudflare Pages and the like).

None of them negotiates: a name without an ending gives its page, by the host's own fallback to `.html`, and data are
asked for by their names. Pages of Git hosts read neither file.
"""

from ibidem.publish.redirect.rule import NAMED, TYPES, is_text, path_of
from ibidem.withdrawal import Withdrawal
from ibidem.workspace import Workspace


def static_headers() -> str:
    """Write the headers of all files, and the media type of each ending."""
    lines = ["/*", "  Access-Control-Allow-Origin: *", "  X-Content-Type-Options: nosniff"]
    for ending, media_type in TYPES:
        charset = "; charset=utf-8" if is_text(media_type) else ""
        # A page is asked for without its ending, and hosts know its type.
        if ending != "html":
            lines += [f"/*.{ending}", f"  Content-Type: {media_type}{charset}"]
    for name, media_type in NAMED:
        lines += [f"/{name}", f"  Content-Type: {media_type}; charset=utf-8"]
    return "\n".join(lines) + "\n"


def static_redirects(workspace: Workspace, withdrawn: tuple[Withdrawal, ...]) -> str:
    """Write a line for each IRI withdrawn: the answer 410 with its page, or the IRI that stands for it now."""
    path = path_of(workspace.site)
    lines = ["# Names lead to their pages without a rule. What follows was withdrawn."]
    for item in withdrawn:
        target = f"{item.replaced_by} 303" if item.replaced_by else f"{path}{item.iri}.html 410"
        lines.append(f"{path}{item.iri} {target}")
    return "\n".join(lines) + "\n"
