"""How IRIs lead to pages and data: rules for w3id.org, Apache, nginx and static hosts, where each looks for them."""

from pathlib import Path

from ibidem.publish.redirect.apache import site_rules, w3id_readme, w3id_rules
from ibidem.publish.redirect.missing import MISSING, missing_page
from ibidem.publish.redirect.nginx import nginx_server
from ibidem.publish.redirect.static import static_headers, static_redirects
from ibidem.publish.site.tombstone import withdrawn
from ibidem.publish.source import Source

FOLDER = "redirect"
"""Where the rules stand that belong on another server."""


def write_redirects(folder: Path, source: Source) -> None:
    """Write the rules of every server that the site may stand on, and of the one that its IRIs point to.

    `.htaccess`, `_headers`, `_redirects` and `.nojekyll` act where they stand, in the root of the site; a host that
    knows none of them leaves them alone.
    """
    workspace = source.workspace
    gone = withdrawn(source)
    w3id = folder / FOLDER / "w3id"
    w3id.mkdir(parents=True, exist_ok=True)
    files = [
        (folder / ".htaccess", site_rules(workspace, gone)),
        (folder / "_headers", static_headers()),
        (folder / "_redirects", static_redirects(workspace, gone)),
        # Jekyll, which is on for pages of Git hosts unless this file stands there, leaves out `.well-known`.
        (folder / ".nojekyll", ""),
        (folder / FOLDER / "nginx.conf", nginx_server(workspace, gone)),
        (w3id / ".htaccess", w3id_rules(workspace, gone)),
        (w3id / "README.md", w3id_readme(workspace)),
    ]
    for path, text in files:
        path.write_text(text, encoding="utf-8", newline="\n")
    (folder / MISSING).write_bytes(missing_page(source))
