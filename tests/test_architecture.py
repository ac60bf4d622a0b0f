"""The house keeps its order: which room may enter which, who prints, how long things are, what the word lists hold."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ibidem.words import read_table
from published import ROOT, Publication

PACKAGE = ROOT / "pipeline" / "ibidem"
WORDS = PACKAGE / "words"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)

VALUES = frozenset(
    {"authority", "brief", "candidate", "cited", "dataset", "decision_text", "document", "edition", "edtf", "errors"}
    | {"finding", "handwritten", "iri", "json_text", "line", "origin", "record", "segment", "sentence", "span", "story"}
    | {"remark", "withdrawal", "words"}
)
"""What stages hand to one another, and what is known to all of them."""

STAGES: tuple[tuple[str, frozenset[str]], ...] = (
    ("read", frozenset()),
    ("find", frozenset({"parse"})),
    ("parse", frozenset()),
    ("resolve", frozenset({"parse"})),
    ("describe", frozenset()),
    ("validate", frozenset()),
    ("lint", frozenset({"validate"})),
    ("sparql", frozenset()),
    ("store", frozenset({"sparql"})),
    ("dump", frozenset()),
    ("export", frozenset({"saved_query", "store"})),
    (
        "publish",
        frozenset({"change", "describe", "dump", "export", "publication", "read", "saved_query", "sparql", "store"})
        | {"workspace"},
    ),
    ("change", frozenset({"dump", "workspace"})),
    ("check", frozenset({"publication", "publish", "store", "validate", "workspace"})),
    ("curate", frozenset({"formats", "parse", "read", "resolve", "settings", "workspace"})),
)
"""Each stage with what it may import besides the values."""

ONLY: tuple[tuple[str, frozenset[str]], ...] = (
    ("rdflib", frozenset({"validate"})),
    ("pyshacl", frozenset({"validate"})),
    ("typer", frozenset({"cli"})),
    ("yaml", frozenset({"check", "edition", "handwritten", "withdrawal"})),
    ("jsonschema", frozenset({"check"})),
    ("http", frozenset({"check"})),
    ("tomllib", frozenset({"settings"})),
    ("subprocess", frozenset({"store", "cli", "read"})),
    ("ibidem.build", frozenset({"cli"})),
    ("ibidem.recheck", frozenset({"cli"})),
    ("ibidem.cli", frozenset()),
)
"""Who may import what."""

NOWHERE = frozenset({"time", "random", "uuid", "secrets", "socket", "urllib.request", "requests"})
"""No clock, no chance, no network."""

UNTESTED = frozenset({"__init__", ".", "ask", "candidate", "cited", "dataset", "record", "remark", "story", "words"})
"""Modules that hold values alone, or are tested through the one module that uses them."""

ROOMS = frozenset(
    {"change", "check", "cli", "curate", "describe", "dump", "find", "formats", "parse", "publish", "read", "resolve"}
    | {"export", "score", "validate"}
)
"""Packages, each with a folder of tests."""

WHOLE = frozenset(
    {"architecture", "ci", "cli/pages", "concept", "invented", "ontology", "publish/site/looks", "queries", "readme"}
    | {"publish/hostile", "read/damaged", "read/twins", "resolve/citation/chains", "seeds", "shapes"}
)
"""Tests of what is no module of the package."""


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    """Give the modules that a module imports, anywhere in it; a `from` import gives its names as well."""
    for part in ast.walk(tree(path)):
        if isinstance(part, ast.Import):
            yield from (alias.name for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and part.module:
            assert part.level == 0, f"{name(path)} has a relative import"
            yield part.module
            yield from (f"{part.module}.{alias.name}" for alias in part.names)


def rooms(path: Path) -> set[str]:
    return {module.split(".")[1] for module in imports(path) if module.startswith("ibidem.")} - {room(path)}


@cache
def strings(path: Path) -> frozenset[str]:
    return frozenset(
        part.value for part in ast.walk(tree(path)) if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


@pytest.mark.parametrize(("stage", "besides"), STAGES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_stage_imports_values_and_no_other_stage(stage: str, besides: frozenset[str]) -> None:
    paths = [path for path in MODULES if room(path) == stage]
    assert paths
    for path in paths:
        assert rooms(path) <= VALUES | besides | {"__version__"}, name(path)


def test_values_import_values_alone() -> None:
    for path in MODULES:
        if room(path) in VALUES:
            assert rooms(path) <= VALUES, name(path)


@pytest.mark.parametrize(("module", "allowed"), ONLY, ids=[module for module, _ in ONLY])
def test_who_may_import_what(module: str, allowed: frozenset[str]) -> None:
    users = {room(path) for path in MODULES for found in imports(path) if f"{found}.".startswith(f"{module}.")}
    assert users <= allowed | {module.removeprefix("ibidem.")}


@pytest.mark.parametrize(
    ("modules", "light"),
    [("ibidem.cli", {"typer"}), ("ibidem.build, ibidem.recheck, ibidem.score.table, ibidem.saved_query", {"yaml"})],
)
def test_heavy_modules_are_imported_where_they_are_used(modules: str, light: set[str]) -> None:
    heavy = {"rdflib", "pyshacl", "yaml", "typer", "rich", "urllib.request", "xml.sax", "asyncio", "email"}
    script = f"import sys, {modules}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) & heavy <= light


def test_there_is_no_clock_no_chance_and_no_network() -> None:
    for path in MODULES:
        assert not NOWHERE & imports(path), name(path)
        called = {part.attr for part in ast.walk(tree(path)) if isinstance(part, ast.Attribute)}
        assert not called & {"now", "today", "utcnow", "getctime", "st_mtime"}, name(path)


def test_only_the_command_line_prints_and_exits() -> None:
    for path in MODULES:
        if room(path) in {"cli", "ask"}:
            continue
        for part in ast.walk(tree(path)):
            if isinstance(part, ast.Name):
                assert part.id != "print", name(path)
            if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
                used = f"{part.value.id}.{part.attr}"
                assert used not in {"sys.stdout", "sys.stderr", "sys.exit", "os.environ", "os.getenv"}, name(path)


def test_no_error_is_caught_that_is_not_named() -> None:
    for path in MODULES:
        for part in ast.walk(tree(path)):
            if isinstance(part, ast.ExceptHandler):
                assert part.type is not None, name(path)
                caught = ast.unparse(part.type)
                assert "Exception" not in caught.split("."), f"{name(path)} catches {caught}"
                again = any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(part))
                assert caught != "BaseException" or again, f"{name(path)} swallows what it catches"


def test_functions_and_modules_are_short() -> None:
    long = []
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").count("\n")
        long += [f"{name(path)}: {lines} lines"] if lines > 300 else []
        for part in ast.walk(tree(path)):
            if isinstance(part, ast.FunctionDef) and (part.end_lineno or 0) - part.lineno >= 40:
                long.append(f"{name(path)}.{part.name}: {(part.end_lineno or 0) - part.lineno + 1} lines")
    assert not long


def test_no_query_is_put_together_from_strings() -> None:
    verb = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE)\b.*\{", re.DOTALL)
    for path in MODULES:
        for part in ast.walk(tree(path)):
            if isinstance(part, ast.JoinedStr):
                said = "".join(str(piece.value) for piece in part.values if isinstance(piece, ast.Constant))
                assert not verb.search(said), f"{name(path)}: {said}"


def test_the_tests_mirror_the_package() -> None:
    """A test stands where its module stands; modules of the package's root have one each, the others may share."""
    tests = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    tested = {path.with_name(path.stem.removeprefix("test_")).as_posix() for path in tests}
    modules = {name(path) for path in MODULES} | {path.parent.relative_to(PACKAGE).as_posix() for path in MODULES}
    assert not tested - modules - WHOLE - {f"{room}/{room}" for room in ROOMS}
    assert not {module for module in modules if "/" not in module} - tested - UNTESTED - ROOMS
    for room in ROOMS & modules:
        assert any(path.parts[0] == room for path in tests), room


def lists() -> list[Path]:
    return sorted(path for path in WORDS.iterdir() if path.suffix in {".txt", ".tsv"})


@pytest.mark.parametrize("path", lists(), ids=lambda path: path.name)
def test_a_word_list_is_read_by_the_program_and_holds_each_line_once(path: Path) -> None:
    assert any(path.stem in strings(module) for module in MODULES), "no module reads it"
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    lines = [line.split(" # ")[0].rstrip() for line in text.split("\n") if line and not line.startswith("#")]
    assert all(lines)
    doubled = {line for line in lines if lines.count(line) > 1}
    assert not doubled
    if path.suffix == ".tsv":
        width = lines[0].count("\t")
        wide = [line for line in lines if line.count("\t") > width]
        assert not wide
    if re.search(r"^# .*\b(sorted|in alphabetical order)\b", text, re.MULTILINE | re.IGNORECASE):
        assert lines == sorted(lines)


def test_every_rule_is_made_by_some_module() -> None:
    made = frozenset[str]().union(*(strings(path) for path in MODULES))
    listed = [row[0] for row in read_table("rules")]
    assert len(listed) == len(set(listed))
    assert not set(listed) - made
    assert all(description.endswith(".") for _, _, description, *_ in read_table("rules"))


def test_every_rule_that_made_something_is_listed(publication: Publication) -> None:
    listed = {row[0] for row in read_table("rules")}
    pattern = re.compile(r"/rule/([^/>]+)>")
    used = {
        rule
        for path in (publication.folder / "papers").glob("*.nq")
        for rule in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert len(used) > 10
    assert not used - listed
