"""The bundles of the SPARQL page, taken from npm as they are, with the licences of all that is inside.

`python tests/vendored.py` writes them into the package; a slow test compares.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PINNED = ROOT / "assets"
VENDOR = ROOT / "pipeline" / "ibidem" / "publish" / "site" / "assets" / "vendor"
TAKEN: tuple[tuple[str, str, str], ...] = (
    ("@zazuko/yasgui", "build/yasgui.min.js", "yasgui/yasgui.min.js"),
    ("@zazuko/yasgui", "build/yasgui.min.css", "yasgui/yasgui.min.css"),
    ("oxigraph", "web.js", "oxigraph/web.js"),
    ("oxigraph", "web_bg.wasm", "oxigraph/web_bg.wasm"),
)
"""Package, file in it, file in the folder of bundles."""

_PINS = ("package.json", "package-lock.json", ".npmrc")

_MIT = """Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def bundles() -> dict[str, bytes]:
    """Install what the lock file pins into a scratch folder, and give every file that is made of it, by path."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in _PINS:
            shutil.copyfile(PINNED / name, folder / name)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
        modules = folder / "node_modules"
        files = {path: (modules / package / source).read_bytes() for package, source, path in TAKEN}
        files["yasgui/LICENSE"] = _licences(modules, _inside_yasgui(modules))
        files["oxigraph/LICENSE"] = _licences(modules, ("oxigraph",))
        files["README.md"] = _readme(modules, files)
    return files


def _inside_yasgui(modules: Path) -> tuple[str, ...]:
    """Give the packages that the bundle is made of, as its source map names them, and that of its style sheet."""
    sources = json.loads((modules / "@zazuko/yasgui/build/yasgui.min.js.map").read_bytes())["sources"]
    found = {re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", source)[-1] for source in sources if "node_mod" in source}
    styles = {"choices.js", "datatables.net-dt"}
    own = ("@zazuko/yasgui", "@zazuko/yasgui-utils", "@zazuko/yasqe", "@zazuko/yasr")
    return (*own, *sorted(found | styles))


def _manifest(modules: Path, package: str) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((modules / package / "package.json").read_bytes())
    return manifest


def _licences(modules: Path, packages: tuple[str, ...]) -> bytes:
    return ("\n" + "-" * 78 + "\n\n").join(_licence(modules, package) for package in packages).encode()


def _licence(modules: Path, package: str) -> str:
    """Give the licence as the package carries it; where it carries none, the standard text of what it declares."""
    manifest = _manifest(modules, package)
    declared = manifest.get("license", "MIT")
    head = f"{package} {manifest['version']} ({declared})\n\n"
    held = sorted((modules / package).glob("[Ll][Ii][Cc][Ee][Nn][SsCc][Ee]*"))
    if held:
        # Of two licences to choose from, the shorter is taken.
        text = min((path.read_text(encoding="utf-8") for path in held), key=len)
        return head + "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
    assert "MIT" in declared, f"{package} carries no licence and declares {declared}"
    return f"{head}Copyright (c) {', '.join(_holders(manifest))}\n\n{_MIT}"


def _holders(manifest: dict[str, Any]) -> Iterator[str]:
    people = [manifest.get("author"), *manifest.get("contributors", ())]
    for person in people:
        name = person.get("name", "") if isinstance(person, dict) else person or ""
        name = re.sub(r"\s*[<(].*", "", name)
        if name:
            yield name
    if not any(people):
        yield f"the authors of {manifest['name']}"


def _readme(modules: Path, files: dict[str, bytes]) -> bytes:
    lines = [
        "# Bundles of the SPARQL page",
        "",
        "Made by `make assets` from npm, unchanged. The editor and the table are YASGUI's, the engine is Oxigraph;",
        "`LICENSE` beside each gives the licences of all that it holds.",
        "",
        "| file | from | bytes | SHA-256 |",
        "| --- | --- | --- | --- |",
    ]
    for package, _, path in TAKEN:
        version = _manifest(modules, package)["version"]
        digest = sha256(files[path]).hexdigest()
        lines.append(f"| {path} | {package} {version} | {len(files[path]):,} | `{digest}` |")
    return "\n".join([*lines, ""]).encode()


def main() -> int:
    """Write the bundles into the package, and remove what is no longer made."""
    files = bundles()
    for path in sorted(VENDOR.rglob("*")):
        if path.is_file() and path.relative_to(VENDOR).as_posix() not in files:
            path.unlink()
    for name, data in files.items():
        (VENDOR / name).parent.mkdir(parents=True, exist_ok=True)
        (VENDOR / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
