"""What is in a folder that nobody has set up yet: texts and their language, catalogues and theirs."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from l10n import documents
from l10n.catalogue.layout import GETTEXT, gettext_location
from l10n.languages import SOURCE
from l10n.languages.codes import any_code, meant, offered
from l10n.text.language_id import identify

MOST = 20_000
"""Files that are looked at: of more, some are left out."""
_SAMPLES = 20
_SAMPLE = 4_096
"""Bytes of so many files of a kind tell its language."""
_APART = {"build", "dist", "node_modules", "venv", "target", "_site", "public", "__pycache__"}
"""Folders of what programs have made."""
_ABOUT = re.compile(
    r"(?:readme|changelog|changes|history|news|licen[cs]e|copying|notice|contributing|security|authors|"
    r"code_of_conduct|requirements|constraints|robots|cmakelists|humans|llms)(?:[._-].*)?",
    re.IGNORECASE,
)
"""Files about a project, which is not its text, and lists for programs."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What settings can be made of."""

    source_language: str
    targets: tuple[str, ...]
    """The languages of catalogues; none if there are no catalogues."""
    sources: tuple[str, ...]
    """Patterns; none if there is no text in a format that l10n reads."""
    locales: str
    """Folder of catalogues in the layout of gettext, relative; empty for the usual one."""
    catalogues: str
    """Pattern of another layout; empty if there is none."""
    software: str
    """Folder of catalogues that are called after their language alone, as those of a program: `po`; or empty."""


def survey(folder: Path) -> Surroundings:
    """Look around; what cannot be read is left out."""
    paths = list(islice(_below(folder), MOST))
    named = [told for path in paths if path.suffix == ".po" and (told := _named(path.relative_to(folder)))]
    languages = {language for language, _ in named}
    layouts = Counter(layout for _, layout in named)
    texts = _texts(paths, folder)
    source = _source(texts, languages)
    common = next((layout for layout, _ in layouts.most_common() if "{document}" in layout), "")
    return Surroundings(
        source,
        tuple(sorted(languages - {source})),
        tuple(pattern for pattern, language in texts.items() if language in (source, "")),
        common.removesuffix(f"/{GETTEXT}") if common.endswith(f"/{GETTEXT}") else "",
        common if common and not common.endswith(GETTEXT) else "",
        next((layout for layout, _ in layouts.most_common() if layout and "{document}" not in layout), ""),
    )


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_apart(Path(parent, name)))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _is_apart(folder: Path) -> bool:
    return folder.name.startswith(".") or folder.name in _APART or (folder / "pyvenv.cfg").exists()


def _named(path: Path) -> tuple[str, str] | None:
    """What the path of a catalogue tells: its language, and its layout; None if it tells no language.

    The layout is `locales/{language}/LC_MESSAGES/{document}.po`, or the folder of one that is called as its language.
    """
    if location := gettext_location(path):
        language = meant(location.folder.name)
        return (language, f"{location.folder.parent.as_posix()}/{GETTEXT}") if language else None
    if language := any_code(path.stem):
        return language, path.parent.as_posix()
    if language := any_code(path.parent.name):
        return language, (path.parent.parent / "{language}" / "{document}.po").as_posix()
    for separator in ".-_":
        document, _, code = path.stem.rpartition(separator)
        if document and (language := any_code(code)):
            return language, (path.parent / f"{{document}}{separator}{{language}}.po").as_posix()
    return None


def _texts(paths: Iterable[Path], folder: Path) -> Mapping[str, str]:
    """Patterns of files in a format of ours, each with the language of its texts; empty where nobody can tell."""
    suffixes = documents.suffixes()
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        if path.suffix.lower() in suffixes and not _ABOUT.fullmatch(path.stem):
            groups[_pattern(path.relative_to(folder))].append(path)
    return {pattern: _told(pattern) or identify(_samples(group)) for pattern, group in sorted(groups.items())}


def _pattern(path: Path) -> str:
    """All files of its kind beside it at the top, below the first folder, or below that of a language."""
    parts = path.parts[:-1]
    depth = next((number for number, part in enumerate(parts, 1) if part in _codes()), 1)
    return "/".join((*parts[:depth], *(["**"] if parts else []), f"*{path.suffix}"))


@cache
def _codes() -> frozenset[str]:
    return frozenset(offered())


def _told(pattern: str) -> str:
    return next((part for part in pattern.split("/") if part in _codes()), "")


def _samples(paths: Iterable[Path]) -> Iterator[str]:
    for path in islice(paths, _SAMPLES):
        try:
            with path.open("rb") as file:
                yield file.read(_SAMPLE).decode("utf-8", "ignore") if path.is_file() else ""
        except OSError:
            continue


def _source(texts: Mapping[str, str], targets: Iterable[str]) -> str:
    """The language of the texts: the usual one if any are in it, else the most frequent that is no target."""
    counts = Counter(language for language in texts.values() if language)
    if SOURCE in counts or not counts:
        return SOURCE
    others = {*targets}
    return max(counts, key=lambda language: (language not in others, counts[language]))
