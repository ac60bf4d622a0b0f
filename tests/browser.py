"""A site served from a folder, and a real Chromium that looks at it."""

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver

FLAGS = (
    *("--headless=new", "--no-sandbox", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--window-size=1440,1000"),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; give the address, which ends in `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Visit:
    """A browser, and the file in which it writes down every request of its network."""

    driver: WebDriver
    log: Path

    def complaints(self) -> list[str]:
        """Give what stands in the console and is more than a note: errors, and what the policy forbids."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] != "INFO"]  # type: ignore[no-untyped-call]

    def requested(self) -> list[str]:
        """Close the browser and give every address that a page or a worker of one asked for."""
        self.driver.quit()
        kept = json.loads(self.log.read_text(encoding="utf-8"))
        held = [event.get("params", {}) for event in kept["events"]]
        return [params["url"] for params in held if "url" in params and params.get("initiator", "").startswith("http")]


@contextmanager
def visit(scratch: Path, *, dark: bool = False) -> Iterator[Visit]:
    """Open a browser that keeps its downloads and its log in a folder of ours; skip where there is none."""
    binary, driver_binary = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver_binary:
        pytest.skip("needs Chromium and its driver: apt-get install chromium chromium-driver")
    log = scratch / "network.json"
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--log-net-log={log}", *(["--force-dark-mode"] if dark else [])):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(scratch)})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_binary))
    try:
        yield Visit(driver, log)
    finally:
        driver.quit()


def outside(addresses: list[str], site: str) -> list[str]:
    """Give the addresses of another origin than the site's."""
    own = urlsplit(site).netloc
    return [
        address
        for address in addresses
        if urlsplit(address).netloc != own and not address.startswith(("data:", "blob:"))
    ]
