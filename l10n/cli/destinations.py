"""Where each report of `l10n check` goes: a format and the --output behind it."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from l10n import plugins
from l10n.cli.output import shown
from l10n.errors import L10nError
from l10n.files import real, write_bytes
from l10n.model.findings import Report, Severity
from l10n.workflow.outputs import reserved

_FORMATS = "l10n.reports.formats"
_FLAGS = {"--format": "format", "-f": "format", "--output": "output", "-o": "output"}


def read(arguments: Sequence[str]) -> list[tuple[str, Path | None]]:
    """Pairs of a format and a file, None for stdout: an --output belongs to the --format before it.

    `arguments` is the command line, as Typer does not keep the order; L10nError if two go to one place.
    """
    found: list[tuple[str, Path | None]] = []
    for kind, value in _given(arguments):
        if kind == "format":
            found.append((value, None))
            continue
        name, path = found.pop() if found else ("text", None)
        if path is not None:
            raise L10nError(
                f"--output {value}: no --format for it", "write: --format json --output FILE, for each file"
            )
        found.append((name, Path(value) if value != "-" else Path("-")))
    targets = [(name, None if path == Path("-") else path) for name, path in found] or [("text", None)]
    for name, _ in targets:
        plugins.load(_FORMATS, name)
    files = [path.absolute() for _, path in targets if path is not None]
    if len(set(files)) < len(files):
        raise L10nError("two formats for one file", "give each --format an --output FILE of its own")
    if sum(path is None for _, path in targets) > 1:
        raise L10nError("two formats for stdout", "give each --format but one its --output FILE")
    return targets


def keep_off(targets: Sequence[tuple[str, Path | None]], files: Sequence[Path], option: str = "--output") -> None:
    """L10nError if a report would replace one of these files, or any other catalogue, or the settings."""
    inputs = {file.resolve() for file in files}
    for _, path in targets:
        if path is None:
            continue
        what = "one of the catalogues" if real(path) in inputs else reserved(path)
        if what:
            raise L10nError(f"{option} {shown(path)}: this is {what}", "name another file")


def _given(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The options --format and --output in their order, however they are written: -f json, -fjson, -qf json."""
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            return
        if argument.startswith("--"):
            flag, equals, value = argument.partition("=")
            if flag in _FLAGS:
                yield _FLAGS[flag], value if equals else next(left, "")
        elif match := re.match("-[a-z]*?([fo])(.*)", argument):
            yield _FLAGS[f"-{match[1]}"], match[2] or next(left, "")


def write(report: Report, name: str, path: Path | None, verbose: bool) -> None:
    """Write one format; people do not see notes unless they ask for them."""
    module = plugins.load(_FORMATS, name)
    seen = report if verbose or name != "text" else _without_notes(report)
    if path is None:
        module.write(seen, sys.stdout)
        return
    out = io.StringIO()
    module.write(seen, out)
    save(path, out.getvalue())


def save(path: Path, text: str) -> None:
    """Replace the file in one step; a device or a pipe is written to."""
    write_bytes(path, text.encode("utf-8", "replace"))


def _without_notes(report: Report) -> Report:
    catalogues = (
        replace(one, findings=tuple(finding for finding in one.findings if finding.severity is not Severity.INFO))
        for one in report.catalogues
    )
    return replace(report, catalogues=tuple(catalogues))
