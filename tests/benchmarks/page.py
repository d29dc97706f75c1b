"""`make bench-docs`: the tables of docs/benchmarks.md made anew, each by its own command; the prose is by hand.

    python -m tests.benchmarks.page BUILD [--only draft,merge]

What a command prints is put between its markers, `<!-- draft -->` and `<!-- /draft -->`, under a line that says when it
was measured, on what, and with which versions. Tables that need DATA are left as they are without it.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from l10n import files

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
COMMANDS: Mapping[str, Sequence[str]] = {
    "draft": ("tests.benchmarks", "draft"),
    "beam": ("tests.benchmarks", "beam"),
    "start": ("tests.benchmarks", "start"),
    "argostranslate": ("tests.benchmarks", "argostranslate"),
    "merge": ("tests.benchmarks.merging",),
    "memory": ("tests.benchmarks.memory",),
    "documents": ("tests.benchmarks.documents",),
    "review": ("tests.benchmarks.review",),
}
"""Module of each table, and what it is given after the folder to build in."""
_PACKAGES = ("l10n-desk", "ctranslate2", "sentencepiece", "argostranslate", "polib")


def main(build: Path, names: Sequence[str]) -> None:
    """Run the command of each table that is asked for, and put what it prints into the page, one after the other."""
    for name in names:
        module, *arguments = COMMANDS[name]
        started = about()
        command = [sys.executable, "-m", module, str(build), *arguments]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
        tables = f"{started}\n\n{done.stdout}"
        files.write_bytes(PAGE, filled(PAGE.read_text("utf-8"), name, tables).encode())


def filled(page: str, name: str, tables: str) -> str:
    """The page with these tables between the markers of this name. Raises ValueError for a page without them."""
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"no {begin.strip()} … {end.strip()}")
    below = re.sub("^##(?= )", "###", tables, flags=re.M)  # the page has titles of its own
    return f"{before}{begin}{below.strip()}\n{end}{after}"


def about() -> str:
    """One line: when, on what, with what."""
    own = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = f"{os.getloadavg()[0]:.1f} processes at work on it before"
    date = datetime.now(UTC).date()
    return f"Measured on {date}: {_machine()}; Python {platform.python_version()}, {own}, {_gettext()}; {load}."


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    try:
        names = re.findall(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        names = []
    return f"{cores} cores, {names[0] if names else platform.machine()}, {platform.system()}"


def _gettext() -> str:
    if shutil.which("msgmerge") is None:
        return "no gettext"
    done = subprocess.run(["msgmerge", "--version"], check=True, capture_output=True, encoding="utf-8")
    return f"gettext {done.stdout.splitlines()[0].split()[-1]}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-docs", description=__doc__)
    parser.add_argument("build", type=lambda text: Path(text).absolute())
    parser.add_argument("--only", default=",".join(COMMANDS), help=f"some of {','.join(COMMANDS)}")
    options = parser.parse_args()
    if unknown := set(options.only.split(",")) - set(COMMANDS):
        parser.error(f"--only: no table {', '.join(sorted(unknown))}; there are {', '.join(COMMANDS)}")
    return options


if __name__ == "__main__":
    given = _options()
    main(given.build, given.only.split(","))
