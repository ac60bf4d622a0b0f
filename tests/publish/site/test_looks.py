"""The pages as others judge them: accessible to axe, valid to two validators, quiet in a real browser."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver

from browser import outside, served, visit
from published import ROOT

TOOLS = ROOT / "tests" / "node"
IMAGES = ROOT / "docs" / "images"
SCREENS = (("phone", 360, 740), ("desktop", 1440, 1000))
READABLE = 100_000
"""How many bytes may come before a page can be read."""

pytestmark = pytest.mark.slow


def page_types(site: Path) -> tuple[str, ...]:
    """Give a page of every type: each that stands alone, and of those made by the dozen one a kind."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        parts = path.relative_to(site).parts
        dozens = len(parts) > 2 or parts[0] in ("queries", "actor", "agent", "place", "treaty", "work")
        found.setdefault("/".join(parts[:-1] if dozens else parts), "/".join(parts))
    return tuple(found.values())


@pytest.fixture(scope="session")
def tools() -> Path:
    """Install what checks pages, once in an environment; give the folder of the packages."""
    if not shutil.which("npm") or not shutil.which("java"):
        pytest.skip("needs npm and Java: apt-get install npm default-jre-headless")
    home = ROOT / ".venv" / "node"
    lock = (TOOLS / "package-lock.json").read_bytes()
    if not (home / "package-lock.json").is_file() or (home / "package-lock.json").read_bytes() != lock:
        home.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(TOOLS / name, home)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=home, check=True, capture_output=True)
    return home / "node_modules"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def emulate(driver: WebDriver, width: int, height: int, scheme: str) -> None:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def axe_findings(driver: WebDriver) -> list[str]:
    script = "const done = arguments[0]; axe.run(document).then((result) => done(result.violations));"
    violations: list[dict[str, Any]] = driver.execute_async_script(script)
    return [f"{found['id']}: {node['html'][:160]}" for found in violations for node in found["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_type_of_page(
    scheme: str, site: Path, address: str, tools: Path, tmp_path: Path
) -> None:
    axe = (tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    pages, findings = page_types(site), []
    assert len(pages) > 40
    with visit(tmp_path) as visited:
        driver = visited.driver
        driver.set_script_timeout(60)
        for name, width, height in SCREENS:
            emulate(driver, width, height, scheme)
            for page in pages:
                driver.get(address + page)
                driver.execute_script(axe)
                findings += [f"{page} ({name}) {found}" for found in axe_findings(driver)]
    assert findings == []


def test_no_page_complains_asks_elsewhere_or_is_wider_than_a_phone(site: Path, address: str, tmp_path: Path) -> None:
    wide, complaints = [], []
    with visit(tmp_path) as visited:
        emulate(visited.driver, 360, 740, "light")
        for page in page_types(site):
            visited.driver.get(address + page)
            if visited.driver.execute_script("return document.documentElement.scrollWidth") > 360:
                wide.append(page)
            complaints += visited.complaints()
        requested = visited.requested()
    assert complaints == []
    assert wide == []
    assert f"{address}assets/style.css" in requested
    assert outside(requested, address) == []


def test_the_pages_are_valid_html(site: Path, tools: Path) -> None:
    """Leave out what the validator cannot know of a file without an address: what 'self' is in a policy."""
    vnu = tools / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(vnu), "--format", "json", "--skip-non-html", "--also-check-svg", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [
        f"{message['url'].rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] == "error" or "Content Security Policy" not in message["message"]
    ] == []


def test_the_pages_are_valid_by_the_stricter_rules_of_html_validate(site: Path, tools: Path) -> None:
    command = [str(tools / ".bin" / "html-validate"), "--config", str(TOOLS / "htmlvalidate.json"), "-f", "json"]
    done = subprocess.run([*command, *page_types(site)], cwd=site, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    assert [
        f"{Path(result['filePath']).name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for result in json.loads(done.stdout)
        for message in result["messages"]
    ] == []


@pytest.mark.parametrize("page", ["index.html", "sethi-2017/reading.html"])
def test_a_page_can_be_read_after_a_hundred_kilobytes(page: str, address: str, tmp_path: Path) -> None:
    """Count all that a browser loads before the first paint and at once after: nothing is left for later."""
    with visit(tmp_path) as visited:
        visited.driver.get(address + page)
        script = """return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .map((entry) => [entry.name, entry.encodedBodySize])"""
        loaded = dict(visited.driver.execute_script(script))
    assert not [name for name in loaded if name.endswith((".wasm", ".gz"))]
    assert sum(loaded.values()) < READABLE, loaded


SHOTS = (
    ("text", "sethi-2017/reading.html#pointer-9", 460),
    ("reading", "sethi-2017/reading.html#note-9", 480),
    ("timeline", "sethi-2017/timeline.html", 700),
)


@pytest.mark.parametrize(("name", "page", "height"), SHOTS)
def test_the_documentation_shows_the_pages_as_they_are(
    name: str, page: str, height: int, address: str, tmp_path: Path
) -> None:
    """Take the picture anew; what a font or a release of the browser changes is no reason to fail, its size is."""
    with visit(tmp_path) as visited:
        emulate(visited.driver, 1120, height, "light")
        visited.driver.get(address + page)
        visited.driver.execute_script("for (const way of document.querySelectorAll(':target details')) way.open = true")
        taken = tmp_path / f"{name}.png"
        assert visited.driver.save_screenshot(str(taken))
    if os.environ.get("IBIDEM_ACCEPT"):
        IMAGES.mkdir(exist_ok=True)
        shutil.copy(taken, IMAGES)
    kept = (IMAGES / f"{name}.png").read_bytes()
    assert kept[16:24] == taken.read_bytes()[16:24]
    assert len(kept) < 120_000
    shown = [(ROOT / "docs" / "site.md").read_text("utf-8"), (ROOT / "README.md").read_text("utf-8")]
    assert f"images/{name}.png" in "".join(shown)
