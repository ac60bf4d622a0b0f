"""Every path that the program reads or writes: a workspace is the folder that holds `ibidem.toml`.

Ontology, shapes and queries are the workspace's own where it has such a folder, else those that come with
the program.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ibidem.cited import Name
from ibidem.dataset import Dataset
from ibidem.edtf import Date, is_edtf
from ibidem.errors import InputError
from ibidem.iri import ADDRESS, RESERVED
from ibidem.portal import read_dataset
from ibidem.read import read_bytes
from ibidem.record import Paper
from ibidem.settings import Table, read_settings

SETTINGS = "ibidem.toml"
PAPER_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COUNTED = ("pointers", "references", "ibid", "quotations", "actors", "treaties")
"""What `[expected]` of a paper.toml can count."""
_ADDRESS = r"https?://[\w.-]+(?::\d{1,5})?(?:/[\w.~@:-]+)*"
"""An address whose signs mean nothing to the servers that it is written into the rules of."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PaperSource:
    """One folder of `seeds/papers/`: what paper.toml says, the paper's file, and what people decided."""

    paper: Paper
    folder: Path
    file: Path

    @property
    def decisions(self) -> Path:
        """Give the path of the decisions, which need not exist."""
        return self.folder / "decisions.yaml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder of papers with its settings; `base` ends in `/` or `#`, `site`, where the files are served, in `/`."""

    root: Path
    base: str
    dataset: Dataset
    site: str = ""

    @property
    def papers(self) -> Path:
        """Give the folder that holds one folder a paper."""
        return self.root / "seeds" / "papers"

    @property
    def authorities(self) -> Path:
        """Give the folder of the people, places and journals known across papers; it need not exist."""
        return self.root / "seeds" / "authorities"

    @property
    def released(self) -> Path:
        """Give the folder of what was released: the ledger of IRIs, and what was withdrawn; it need not exist."""
        return self.root / "seeds" / "released"

    @property
    def ontology(self) -> Path:
        """Give the folder of the ontology."""
        return self._own_or_packaged("ontology")

    @property
    def shapes(self) -> Path:
        """Give the folder of the shapes."""
        return self._own_or_packaged("shapes")

    @property
    def queries(self) -> Path:
        """Give the folder of the saved queries; one that holds crosswalks alone leaves the program's in place."""
        own = self.root / "queries"
        alone = (own / "crosswalks").is_dir() and not any(own.glob("*.rq"))
        return packaged("queries") if alone else self._own_or_packaged("queries")

    @property
    def build(self) -> Path:
        """Give the folder that publications are written to."""
        return self.root / "build"

    def query_file(self, name: str) -> Path:
        """Give the file of a query by its name (`site/statements`): the workspace's own where it has one."""
        own = self.queries / f"{name}.rq"
        return own if own.is_file() else packaged("queries") / f"{name}.rq"

    def shown(self, path: Path) -> str:
        """Give a path as findings show it: from the root of the workspace, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def _own_or_packaged(self, name: str) -> Path:
        own = self.root / name
        return own if own.is_dir() else packaged(name)


def packaged(name: str) -> Path:
    """Give a folder that comes with the program: `ontology`, `shapes`, `queries`, `template` or `portals`.

    In a wheel they are package data; in a checkout the first three stand at its root.
    """
    inside = _HERE / "data" / name
    return inside if inside.is_dir() else _HERE.parents[1] / name


def find_workspace(start: Path) -> Workspace:
    """Load the workspace that the folder lies in; raise InputError where no folder above has settings."""
    root = find_root(start)
    if root is None:
        advice = "change to a workspace, or make one: ibidem init"
        raise InputError(f"no {SETTINGS} here or in a folder above; {advice}", path=start)
    return load_workspace(root)


def find_root(start: Path) -> Path | None:
    """Find the nearest folder, from this one upwards, that holds settings."""
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file()), None)


def shapes_folder(start: Path) -> Path:
    """Give the shapes of the workspace that the folder lies in, or those that come with the program."""
    root = find_root(start)
    return load_workspace(root).shapes if root else packaged("shapes")


def queries_folder(start: Path) -> Path:
    """Give the saved queries of the workspace that the folder lies in, or those that come with the program."""
    root = find_root(start)
    return load_workspace(root).queries if root else packaged("queries")


def load_workspace(root: Path) -> Workspace:
    """Load `ibidem.toml` of a folder; raise InputError for what it should not hold, or lacks."""
    top = read_settings(root / SETTINGS)
    base = top.text("base")
    if not re.fullmatch(rf"{_ADDRESS}(?:#|/#?)", base):
        raise top.error("base", f"{base!r} is no base IRI; give an http(s) address that ends in / or #")
    site = top.text("site", base.removesuffix("#").rstrip("/") + "/")
    if not re.fullmatch(f"{_ADDRESS}/", site):
        raise top.error("site", f"{site!r} is no address of a site; give an http(s) address that ends in /")
    dataset = read_dataset(top.table("dataset"))
    top.close()
    return Workspace(root, base, dataset, site)


def paper_ids(workspace: Workspace) -> tuple[str, ...]:
    """Give the ids of the papers, sorted: the folders that hold a `paper.toml`, or should as they hold a paper."""
    return tuple(sorted({path.parent.name for path in workspace.papers.glob("*/paper.*")}))


def load_paper(workspace: Workspace, paper_id: str) -> PaperSource:
    """Load one paper's `paper.toml`; raise InputError for an unknown paper, a bad value or an unknown key."""
    folder = workspace.papers / paper_id
    known = paper_ids(workspace)
    if paper_id not in known:
        close = get_close_matches(paper_id, known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"the workspace has: {', '.join(known) or 'none yet'}"
        raise InputError(f"no such paper: {paper_id}; {hint}", path=workspace.papers)
    if not (folder / "paper.toml").is_file():
        raise InputError("is missing; write one that says at least title, date and rights", path=folder / "paper.toml")
    if not PAPER_ID.fullmatch(paper_id):
        raise InputError("its name becomes the paper's IRI: use small letters, digits and single hyphens", path=folder)
    if paper_id in RESERVED:
        raise InputError(
            f"is a name that the dataset needs itself; name the folder otherwise: {paper_id}-1", path=folder
        )
    return parse_paper(read_settings(folder / "paper.toml"), folder)


def parse_paper(table: Table, folder: Path) -> PaperSource:
    """Make a paper of the values of its `paper.toml`; raise InputError for a bad value or an unknown key."""
    date = table.text("date")
    if not is_edtf(date):
        raise table.error("date", f"{date!r} is no date; give it as EDTF: 2017, 2017-05, 2017-05-12, 1992/1993")
    expected = table.table("expected", optional=True)
    file = folder / table.text("file", "paper.txt")
    if file.parent != folder:
        raise table.error("file", f"{table.text('file')!r} is a path; give the name of a file beside paper.toml")
    licence = table.maybe("license")
    if licence is not None and not ADDRESS.fullmatch(licence):
        raise table.error("license", f"{licence!r} is no address of a licence; give it, or only `rights`")
    paper = Paper(
        id=folder.name,
        title=table.text("title"),
        authors=tuple(_name(author) for author in table.tables("authors")),
        journal=table.maybe("journal"),
        issn=table.maybe("issn"),
        date=Date(date, date),
        language=table.text("language", "en"),
        rights=table.text("rights"),
        license=licence,
        sha256=_sha256(table, file),
        file=file.name,
        expected=expected.counts(COUNTED),
    )
    table.close()
    return PaperSource(paper, folder, file)


def _name(table: Table) -> Name:
    family, given = table.maybe("family"), table.maybe("given")
    literal = table.maybe("literal") or " ".join(part for part in (given, family) if part)
    if not literal:
        raise table.error("authors", "an author has `family` and `given`, or `literal` alone")
    table.close()
    return Name(literal, family, given)


def _sha256(table: Table, file: Path) -> str:
    """Check the paper's bytes against the hash that paper.toml gives; without one, take theirs."""
    import hashlib

    found = hashlib.sha256(read_bytes(file)).hexdigest()
    said: Any = table.maybe("sha256")
    if said is not None and said.lower() != found:
        message = f"{file.name} has the SHA-256 {found}, not {said}: a paper is kept as received; put the file back"
        raise table.error("sha256", f"{message}, or take the new hash if the file was replaced on purpose")
    return found


def create_workspace(folder: Path) -> tuple[Path, ...]:
    """Copy the template into a new or empty folder and give the paths of its files, sorted.

    Raise InputError where the folder holds anything, or cannot be written.
    """
    import shutil

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError("is there already and not empty; name a new folder", path=folder)
    try:
        shutil.copytree(packaged("template"), folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}; name a folder that can", path=folder) from error
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))
