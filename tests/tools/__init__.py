"""Real editors and tools applied to catalogues: one function a tool, each taking the file it changes.

A function does what its tool does on a plain save or update and returns nothing. Where the program is missing the test
is skipped, but fails in CI (`tests.conftest.program`). `test_tools.py` keeps what is known of each.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

from tests.conftest import missing, program


def call(name: str, *arguments: object) -> str:
    """Run a program; returns what it says on both channels."""
    return _done([program(name), *map(str, arguments)])


def call_module(name: str, *arguments: object) -> str:
    """Run the command of a Python package."""
    needs(name.partition(".")[0])
    return _done([sys.executable, "-m", name, *map(str, arguments)])


def needs(package: str) -> None:
    """Skip the test, or fail in CI, where this Python package is not installed."""
    if find_spec(package) is None:
        missing(f"needs the Python package {package}, which is not installed")


def _done(command: list[str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
