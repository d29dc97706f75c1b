"""`l10n git`: git shows catalogues as text and merges them entry by entry; see docs/git.md.

`merge-driver` and `textconv` are called by git (gitattributes(5)). git takes every exit code from 1 to 127 of a merge
driver for a conflict, and then our version for its result: where we fail, git's own merge must do the work.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from l10n.catalogue import po
from l10n.catalogue.git import textconv, threeway
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import insist, result, shown
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.model import Catalogue

app = typer.Typer(help="Let git merge catalogues and show them as text.", no_args_is_help=True, rich_markup_mode=None)

ATTRIBUTES = b"*.po diff=l10n-po merge=l10n-po"
_BLOCK = re.compile(rb"^<{7,} ours\r?\n.*?^>{7,} theirs\r?\n", re.M | re.S)
_MARKER = re.compile(rb"^((?:<{7,} |={7,}\r?$|>{7,} ).*\n?)", re.M)
CONFLICT = 1
_PYTHON = Path(sys.executable).absolute().as_posix()
_CALL = ("-P", "-m", "l10n")  # -P: no folder l10n/ of the user's repository must be taken for us

Everywhere = Annotated[bool, typer.Option("--global", help="The settings for all repositories of this user.")]
Input = Annotated[Path, typer.Argument()]


@app.command()
def install(everywhere: Everywhere = False, quiet: options.Quiet = False) -> None:
    """Set up readable diffs and the merge by entries for all *.po of this repository."""
    console = Console(quiet)
    root, scope = _root(), "--global" if everywhere else "--local"
    _check_call(root)
    changed = [name for name, value in _settings().items() if _set(root, scope, name, value)]
    for name in changed:
        console.say(f"git config {scope}: {name} set")
    path = root / ".gitattributes"
    if _write_attributes(path, install=True):
        console.say(f"{shown(path)}: '{ATTRIBUTES.decode()}' added; commit this file")
    elif not changed:
        console.say("installed already: nothing changed")


@app.command()
def uninstall(everywhere: Everywhere = False, quiet: options.Quiet = False) -> None:
    """Take back what `install` has set up."""
    console = Console(quiet)
    root, scope = _root(), "--global" if everywhere else "--local"
    changed = [name for name in _settings() if _setting(root, scope, name) is not None]
    for name in changed:
        _git("-C", str(root), "config", scope, "--unset-all", name)
        console.say(f"git config {scope}: {name} removed")
    path = root / ".gitattributes"
    if _write_attributes(path, install=False):
        console.say(f"{shown(path)}: '{ATTRIBUTES.decode()}' removed; commit this file")
    elif not changed:
        console.say("not installed: nothing changed")


@app.command("merge-driver", hidden=True)
def merge_driver(
    base: Input,
    ours: Input,
    theirs: Input,
    path: Annotated[str, typer.Argument()] = "",
    marker_size: Annotated[int, typer.Option()] = 7,
) -> None:
    """Merge into OURS; exit code 0 without conflicts, 1 to 127 with some."""
    name = path or str(ours)
    try:
        conflicts = _merge(base, ours, theirs, marker_size)
    except Exception as error:  # whatever it is, git must not take our version alone for the result
        if isinstance(error, L10nError | OSError):
            insist(f"{name}: merged as plain text: {error}")
        else:
            insist(traceback.format_exc())
            insist(f"{name}: merged as plain text: a bug in l10n; please report the lines above")
        raise typer.Exit(_merge_text(base, ours, theirs, marker_size)) from None
    if conflicts:
        insist(f"{name}: {conflicts} {'entry' if conflicts == 1 else 'entries'} changed on both sides")
        raise typer.Exit(CONFLICT)


@app.command("textconv", hidden=True)
def readable(file: Input) -> None:
    """Show a catalogue as text, and what is no catalogue as it is, but for what a terminal would obey: git shows it."""
    content = file.read_bytes()
    try:
        text = _text(content)
    except L10nError:
        text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    result(text, line_end=False)


def _merge(base: Path, ours: Path, theirs: Path, marker_size: int) -> int:
    """Merge into `ours`, whose bytes stay if its catalogue is the result; the number of conflicts."""
    # In a criss-cross the base is a merge itself. Its conflicts say that there is no base for these entries.
    old = _read(_BLOCK.sub(b"", base.read_bytes()), "base")
    mine = _read(ours.read_bytes(), "ours")
    result = threeway.merge(old, mine, _read(theirs.read_bytes(), "theirs"))
    if result.conflicts or result.catalogue != mine:
        write_bytes(ours, threeway.text(result, marker_size).encode("utf-8"))
    return len(result.conflicts)


def _merge_text(base: Path, ours: Path, theirs: Path, marker_size: int) -> int:
    """What git does without us."""
    labels = [word for label in ("ours", "base", "theirs") for word in ("-L", label)]
    command: list[str | Path] = ["git", "merge-file", "-p", f"--marker-size={marker_size}", *labels, ours, base, theirs]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE)
    if done.returncode <= 127:  # more is an error, such as a binary file, and no result
        write_bytes(ours, done.stdout)
    return done.returncode


def _text(data: bytes) -> str:
    """The catalogue as text; in a file with conflicts, what stands between the markers, each by itself."""
    parts = (part for part in _MARKER.split(data) if part.strip())
    return "\n".join(part.decode() if _MARKER.match(part) else textconv.text(_read(part)) for part in parts)


def _read(data: bytes, name: str = "catalogue") -> Catalogue:
    """The catalogue in these bytes; L10nError calls it `name`, as git's temporary names mean nothing to anybody."""
    return po.parsed(data, Path(name))


def _settings() -> dict[str, str]:
    call = " ".join((shlex.quote(_PYTHON), *_CALL))
    driver = f"{call.replace('%', '%%')} git merge-driver --marker-size %L -- %O %A %B %P"
    return {
        "diff.l10n-po.textconv": f"{call} git textconv",
        "merge.l10n-po.name": "l10n: merge catalogues entry by entry",
        "merge.l10n-po.driver": driver,
    }


def _check_call(root: Path) -> None:
    """Git will call us in its folder, not in the one we may have been found in now."""
    done = subprocess.run([_PYTHON, *_CALL, "--version"], cwd=root, check=False, capture_output=True)
    if done.returncode:
        hint = "install l10n there with pip, and run l10n git install again"
        raise L10nError(f"{_PYTHON}: cannot run l10n from the folder {root}", hint)


def _root() -> Path:
    if shutil.which("git") is None:
        raise L10nError("git: no such program", "install git, or put its folder on PATH")
    return Path(_git("rev-parse", "--show-toplevel", hint="go to the work tree of a repository, or make one: git init"))


def _set(root: Path, scope: str, name: str, value: str) -> bool:
    if _setting(root, scope, name) == value:
        return False
    _git("-C", str(root), "config", scope, "--replace-all", name, value)
    return True


def _setting(root: Path, scope: str, name: str) -> str | None:
    """All values of the setting, a line each; None without any."""
    with contextlib.suppress(L10nError):
        return _git("-C", str(root), "config", scope, "--get-all", name)
    return None


def _git(*arguments: str, hint: str = "") -> str:
    """What git says; L10nError with git's words if it fails."""
    command = ["git", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="surrogateescape")
    if done.returncode:
        raise L10nError(f"{Path.cwd()}: git: {done.stderr.strip().removeprefix('fatal: ')}", hint)
    return done.stdout.removesuffix("\n")


def _write_attributes(path: Path, *, install: bool) -> bool:
    """Add our line at the end of .gitattributes, or take it out; True if that changed the file."""
    try:
        old = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check its permissions") from error
    lines = old.splitlines(keepends=True)
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    ours = [line for line in lines if line.split() == ATTRIBUTES.split()]
    if bool(ours) == install:
        return False
    if install:
        glue = newline if old and not old.endswith(b"\n") else b""
        write_bytes(path, old + glue + ATTRIBUTES + newline)
    elif new := b"".join(line for line in lines if line not in ours):
        write_bytes(path, new)
    else:
        path.unlink()
    return True
