"""`l10n check` as a function: files in, a report out; files are examined in parallel, then compared by language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

from l10n import glossary as glossaries
from l10n.catalogue.git import history
from l10n.checking import gate, ignores
from l10n.checking.comparison import COMPARED, compare
from l10n.checking.file import Examined, check_file
from l10n.checking.parallel import Mapper, mapper, size
from l10n.checking.settings import Settings
from l10n.checks import checks
from l10n.errors import L10nError, SourceLanguageError
from l10n.languages.codes import told
from l10n.model.findings import Report, Rule, Unreadable
from l10n.text import spelling

_LINE = re.compile(r"(?::([1-9]\d*))?: ")
"""What stands after the path at the beginning of an error: perhaps `:12`, the line, then the colon."""


def check(
    paths: Sequence[Path], settings: Settings, jobs: int | None = None, named: Collection[Path] | None = None
) -> tuple[Report, list[L10nError]]:
    """The findings in these PO files, and the errors of those that could not be read, which the report names, too.

    `jobs` processes are used, by default one a core if there is enough to do. Files that nobody has `named`, and that
    are in the language of their msgids, are left out if there are others. Raises L10nError if the glossary, the base
    revision or the folder of dictionaries is no good.
    """
    glossary = glossaries.read(settings.glossary, settings.project_languages) if settings.glossary else None
    if settings.dictionaries:
        spelling.check_ready(settings.dictionaries)
    if settings.base is not None:
        history.verify(paths, settings.base, "--base")
    with mapper(paths, jobs) as parallel:
        examined, errors = _examined(paths, settings, glossary, parallel)
    unnamed = errors.keys() - named if examined and named is not None else ()
    left_out = tuple(path for path in errors if path in unnamed and isinstance(errors[path], SourceLanguageError))
    errors = {path: error for path, error in errors.items() if path not in left_out}
    catalogues = tuple(catalogue.checked for catalogue in examined.values())
    missing = tuple(unreadable(path, error) for path, error in errors.items())
    return Report(catalogues, _rules(settings, examined.values()), missing, left_out), list(errors.values())


def _examined(
    paths: Sequence[Path], settings: Settings, glossary: glossaries.Glossary | None, parallel: Mapper
) -> tuple[dict[Path, Examined], dict[Path, L10nError]]:
    """The catalogues with the findings of all checks, and the errors of the others, in the order of the paths."""
    documents = _documents(paths)
    compared = frozenset(path for group in documents.values() if len(group) >= COMPARED for path in group)
    largest = sorted(paths, key=lambda path: -size(path))  # first, so that none is left over at the end
    work = [(path, path in compared) for path in largest]
    results = dict(zip(largest, parallel(partial(_work, settings, glossary), work), strict=True))
    examined = {path: result for path in paths if isinstance(result := results[path], Examined)}
    for group in documents.values():
        examined |= compare({path: examined[path] for path in group if path in examined}, settings, parallel)
    return examined, {path: result for path in paths if isinstance(result := results[path], L10nError)}


def unreadable(path: Path, error: L10nError) -> Unreadable:
    """The error of this file, with path and line taken off its message; the whole message if it names another file."""
    rest = error.message.removeprefix(str(path))
    if rest == error.message or not (match := _LINE.match(rest)):
        return Unreadable(path, 1, error.message, error.hint)
    return Unreadable(path, int(match[1] or 1), rest[match.end() :], error.hint)


def _work(settings: Settings, glossary: glossaries.Glossary | None, file: tuple[Path, bool]) -> Examined | L10nError:
    return check_file(file[0], settings, glossary, file[1])


def _documents(paths: Iterable[Path]) -> dict[tuple[str, ...], list[Path]]:
    """The files by document: `<language>/LC_MESSAGES/x.po`, `po/<language>.po`, `x.<language>.po`."""
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        parts = (*path.absolute().parent.parts, *path.stem.split("."))
        groups.setdefault(tuple("" if told(part) else part for part in parts), []).append(path)
    return groups


def _rules(settings: Settings, examined: Iterable[Examined]) -> dict[str, Rule]:
    """The rules of all checks that were run on any of the catalogues, and of our own findings."""
    ran = {name for lang in {catalogue.checked.language for catalogue in examined} for name in settings.checks(lang)}
    rules = {name: check.rule for name, check in checks().items() if name in ran}
    rules[ignores.UNUSED] = ignores.RULE
    if settings.require or settings.requires:
        rules[gate.GATE] = gate.RULE
    return dict(sorted(rules.items()))
