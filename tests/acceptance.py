"""Other people's schemas and shapes, and their programs in an environment of their own."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


def acceptance(path: str) -> Path:
    """Give a file of the folder that holds other people's schemas; skip the test where there is none."""
    folder = os.environ.get("IBIDEM_ACCEPTANCE")
    if not folder:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: not held against other people's schemas and shapes")
    return Path(folder) / path


def shared_paper(path: str) -> Path:
    """Give a file of the folder of papers with gold readings; skip the test where there is none."""
    return _beside("IBIDEM_PAPERS", path)


def shared_references(path: str) -> Path:
    """Give a file of the folder of references with gold fields; skip the test where there is none."""
    return _beside("IBIDEM_REFERENCES", path)


def _beside(variable: str, path: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} is not set: not measured on the papers and references that lie beside the project")
    return Path(folder) / path


def runner(name: str) -> ModuleType:
    """Load a runner of that folder as a module."""
    path = acceptance(f"runners/{name}.py")
    spec = importlib.util.spec_from_file_location(f"acceptance_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def python_with(folder: Path, *packages: str) -> Path:
    """Make an environment with packages from PyPI, and give its Python; skip the test where there is no network."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", *packages]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        pytest.skip(f"no network: {' and '.join(packages)} cannot be installed")
    return python
