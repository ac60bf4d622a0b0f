"""Run a command as a process of its own, and measure what it used."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
COMPILED = tempfile.mkdtemp(prefix="bench-")
"""Where compiled modules are kept: the first run of a command fills it, as the first run after an installation does."""


atexit.register(shutil.rmtree, COMPILED, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process used: seconds of CPU (its children included), its peak of memory in MB; and what it printed."""

    cpu: float
    peak: float
    output: str


def run(*command: str, times: int = 1) -> Usage:
    """Run a command so many times, and give the run that used the least CPU; exit where it fails."""
    return min((_run(command) for _ in range(times)), key=lambda usage: usage.cpu)


def python(*arguments: str, times: int = 1) -> Usage:
    """Run this Python."""
    return run(sys.executable, *arguments, times=times)


def _run(command: tuple[str, ...]) -> Usage:
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=_environment())
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode("utf-8", "replace")
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {printed}")
    return Usage(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": COMPILED}
