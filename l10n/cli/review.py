"""`l10n review`: sign entries, send them back, and list them with the numbers by which to name them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import config
from l10n.catalogue import po, saving
from l10n.catalogue.header import now
from l10n.catalogue.review import Action, Review, Reviewer, Selection, choose, clean, key, one_line, review
from l10n.catalogue.search import home, po_files
from l10n.catalogue.states import state
from l10n.checking.settings import of_project
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.telling.source_texts import tell_languages
from l10n.drafting.restoring import restored
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model import ACCEPTED, Catalogue, Entry, State

if TYPE_CHECKING:
    from l10n.checking.approval import Examiner

app = typer.Typer(help="Sign entries or send them back.", no_args_is_help=True, rich_markup_mode=None)

Files = Annotated[list[Path], typer.Argument(metavar="PO...", help="PO files, or folders that have some.")]
Names = Annotated[
    str | None,
    typer.Option(
        "--entries",
        metavar="LIST",
        help="Which entries of one file, as 3,5-7,L120: numbers of `review list`, L and a line of the file, "
        "a key of `review list`, or all.",
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="The reviewer; default: git's user.name.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for the translator: one line, kept in the PO.")]
AllClean = Annotated[
    bool,
    typer.Option(
        "--all-clean",
        help="Every entry that is accepted already (not fuzzy, not empty), even unread machine text: "
        "you say that you have read it. Fuzzy entries are left; name them with --entries.",
    ),
]
Source = Annotated[
    str | None,
    typer.Option("--from", metavar="LANG", help="Language of the msgids, for the checks; default: the settings'."),
]
Outdated = Annotated[
    bool, typer.Option("--outdated", help="Sign outdated entries, too: you have read their text beside the new source.")
]
Force = Annotated[bool, typer.Option("--force", help="Sign even what l10n check calls an error.")]
_WHICH = "name entries of one file with --entries 3,5-7 (numbers: l10n review list PO)"
_Chooser = Callable[[Path, Catalogue], Selection]
_Step = Callable[[Path, Catalogue, Selection], Review]


@app.command("list")
def list_entries(
    files: Files,
    only: Annotated[State | None, typer.Option("--state", help="Only entries in this state.")] = None,
) -> None:
    """Show number, key, state, source and translation of each entry, a line each, separated by tabs.

    With several files the path comes first. A key outlives insertions, a number does not.
    """
    console = Console()
    paths = _paths(files)
    for path in paths:
        try:
            catalogue = po.read(path)
        except L10nError as error:
            console.error(error)
            continue
        for row in _rows(catalogue, only):
            result("\t".join([shown(path), *row] if len(paths) > 1 else row))
    console.exit()


@app.command()
def approve(
    files: Files,
    names: Names = None,
    all_clean: AllClean = False,
    by: By = None,
    outdated: Outdated = False,
    force: Force = False,
    source: Source = None,
    quiet: options.Quiet = False,
) -> None:
    """Sign entries: no longer fuzzy, with a comment that counts as long as nobody changes source or translation.

    What l10n check calls an error is refused with the reason, and so is an outdated entry; the rest is done.
    """
    if (names is not None) == all_clean:
        raise L10nError("which entries?", f"{_WHICH}, or take all that nobody doubts with --all-clean")
    paths = _paths(files, single=not all_clean)
    console = Console(quiet)
    choice = _clean if names is None else _named(names)
    from l10n.checking.approval import Examiner

    examiner = Examiner(of_project(config.load(Path.cwd()), source), outdated, force)
    for path, old, done in _run(paths, choice, _approval(examiner, _reviewer(by)), console):
        _tell(path, "approved", done)
        if all_clean:
            _tell_doubts(path, old, console)
    tell_languages(examiner.recognised.items(), console)
    console.exit()


@app.command()
def reject(
    files: Files,
    names: Names = None,
    note: Note = "",
    by: By = None,
    quiet: options.Quiet = False,
) -> None:
    """Send entries back: fuzzy again and unsigned; the text stays, and --note says why."""
    if names is None:
        raise L10nError("which entries?", _WHICH)
    paths = _paths(files, single=True)
    text = one_line(note, "the note", "give one line of text with --note") if note else ""
    reviewer = _reviewer(by) if text or by is not None else None
    console = Console(quiet)

    def back(_: Path, old: Catalogue, chosen: Selection) -> Review:
        return review(old, chosen.indices, Action.REJECT, reviewer, text)

    for path, _, done in _run(paths, _named(names), back, console):
        _tell(path, "rejected", done)
    console.exit()


def _approval(examiner: Examiner, by: Reviewer) -> _Step:
    from l10n.checking import approval

    def step(path: Path, old: Catalogue, chosen: Selection) -> Review:
        examiner.verify(path, old)
        return approval.approve(old, chosen.indices, by, partial(examiner.doubts, path))

    return step


def _run(
    paths: Sequence[Path], choice: _Chooser, step: _Step, console: Console
) -> Iterator[tuple[Path, Catalogue, Review]]:
    """Read, review and write file by file, with nothing slow between reading and writing: editors may be open."""
    memory = config.load(Path.cwd()).memory
    for path in paths:
        try:
            with locked(home(path)):
                old = po.read(path)
                chosen = choice(path, old)
                done = step(path, old, chosen)
                if done.changed:
                    saving.save(path, old, restored(path, done.catalogue, memory))
        except L10nError as error:
            console.error(error)
            continue
        for name in chosen.missing:
            console.error(L10nError(f"{shown(path)}: no entry {name}", f"l10n review list {shown(path)}"))
        for entry, refusal in done.refused:
            console.error(L10nError(f"{shown(path)}:{entry.line}: {refusal.reason}", refusal.hint))
        yield path, old, done


def _clean(_: Path, catalogue: Catalogue) -> Selection:
    return Selection(clean(catalogue.entries))


def _named(names: str) -> _Chooser:
    def chooser(path: Path, catalogue: Catalogue) -> Selection:
        return choose(names, catalogue.entries, len(path.read_bytes().splitlines()))

    return chooser


def _tell(path: Path, verb: str, done: Review) -> None:
    rest = f", {done.unchanged} unchanged" if done.unchanged else ""
    result(f"{shown(path)}: {done.changed} {verb}, {len(done.refused)} refused{rest}")


def _tell_doubts(path: Path, old: Catalogue, console: Console) -> None:
    """What people ought to know who have approved everything at once."""
    states = [state(entry) for entry in old.active]
    if unread := states.count(State.UNREAD):
        console.say(f"{shown(path)}: machine text as it came: {unread} of them; reject what you have not read")
    if left := sum(one not in ACCEPTED for one in states):
        console.say(f"{shown(path)}: fuzzy or empty, left as they are: {left}; name them with --entries")


def _paths(files: Sequence[Path], single: bool = False) -> list[Path]:
    paths = po_files(files)
    if not paths:
        raise L10nError(f"{shown(files[0])}: no PO files", "name a PO file, or a folder that has some")
    if single and len(paths) > 1:
        raise L10nError(f"--entries is for one file, these are {len(paths)}", "name one PO file")
    return paths


def _reviewer(by: str | None) -> Reviewer:
    name = git_user() if by is None else by
    if by is None and not name:
        raise L10nError("who is reviewing?", "say it with --by NAME, or once and for all: git config user.name NAME")
    return Reviewer(one_line(name, "the reviewer's name", "--by NAME"), now()[:10])


def git_user() -> str:
    """What git calls the user; empty if it does not know."""
    if git := shutil.which("git"):
        done = subprocess.run(
            [git, "config", "user.name"],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
        return done.stdout.strip()
    return ""


def _rows(catalogue: Catalogue, only: State | None) -> Iterator[list[str]]:
    entries = catalogue.active
    for number, entry in enumerate(entries, start=1):
        if only in (None, state(entry)):
            yield [str(number), key(entry), state(entry), _flat(entry.msgid), _flat(_text(entry))]


def _text(entry: Entry) -> str:
    return " | ".join(entry.msgstr_plural) if entry.plural else entry.msgstr


def _flat(text: str) -> str:
    return " ".join(text.split())
