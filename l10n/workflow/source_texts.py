"""What runs tell of source texts: in which language they are, where only they tell, and which of them nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.search import counterpart
from l10n.errors import L10nError, SourceLanguageError
from l10n.files.paths import short
from l10n.model import Entry
from l10n.model.events import Event, Failed


@dataclass(frozen=True, slots=True)
class LanguageRecognised(Event):
    """The msgids are in this language, which no header says; told of the first catalogue in it."""

    path: Path
    language: str


@dataclass(frozen=True, slots=True)
class LeftOut(Event):
    """A catalogue that nobody has named, and that is in the language of its msgids: it translates nothing."""

    path: Path


def recognised(languages: Iterable[tuple[Path, str]]) -> Iterator[LanguageRecognised]:
    """Each language once; the one of a catalogue whose header states it is empty."""
    first: dict[str, Path] = {}
    for path, lang in languages:
        first.setdefault(lang, path)
    yield from (LanguageRecognised(path, lang) for lang, path in first.items() if lang)


def refused(error: L10nError, path: Path, named: Collection[Path]) -> LeftOut | Failed:
    """What speaks against this catalogue; that it translates nothing is an error of one that somebody has named."""
    return LeftOut(path) if isinstance(error, SourceLanguageError) and path not in named else Failed(error)


def unknown_keys(path: Path, language: str, source: str, entries: Sequence[Entry]) -> Iterator[Failed]:
    """A failure for each entry that is left empty; how to mend that is said once."""
    other = short(counterpart(path, language, source))
    for entry in entries:
        hint = f'write above it: #. Default: "…", or translate it in {other}' if entry is entries[-1] else ""
        message = f"{short(path)}:{entry.line}: {entry.msgid} is a key, and nothing says what it stands for"
        yield Failed(L10nError(message, hint))
