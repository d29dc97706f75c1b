"""Where the catalogues of a document are: in the layout of gettext, or as the settings' `catalogues` has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import absolute
from l10n.languages.codes import any_code

GETTEXT = "{language}/LC_MESSAGES/{document}.po"
_MESSAGES = "LC_MESSAGES"
_DOCUMENT, _LANGUAGE = "{document}", "{language}"
_CODE = r"[A-Za-z]{2,3}(?:[_@-][A-Za-z0-9]{2,8}){0,3}"
_PARTED = re.compile(r"[._@-]\{language\}|\{language\}[._@-]")


@dataclass(frozen=True, slots=True)
class CatalogueLocation:
    """What the path of a catalogue says."""

    document: str
    """`guide/index`."""
    language: str
    """Empty for a template."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The folder of the catalogues, and how they are called below it."""

    folder: Path
    pattern: str = GETTEXT

    def catalogue(self, lang: str, document: str) -> Path:
        """`locales/<language>/LC_MESSAGES/<document>.po`."""
        return self.folder / self.pattern.replace(_LANGUAGE, lang).replace(_DOCUMENT, document)

    def template(self, document: str) -> Path:
        """`locales/<document>.pot`: the same without the language."""
        return self.folder / self._template.replace(_DOCUMENT, document)

    def path(self, lang: str, document: str) -> Path:
        """The catalogue in this language, or the template for none."""
        return self.catalogue(lang, document) if lang else self.template(document)

    def location(self, path: Path) -> CatalogueLocation | None:
        """What the path of a catalogue or template says; None for a file that is none of this layout."""
        folder, way = absolute(self.folder), absolute(path)
        name = way.relative_to(folder).as_posix() if way.is_relative_to(folder) else ""
        if match := _expression(self._template).fullmatch(name):
            return CatalogueLocation(match["document"], "")
        match = _expression(self.pattern).fullmatch(name)
        if match is None or not (self.is_gettext or any_code(match["language"], rare=True)):
            return None
        return CatalogueLocation(match["document"], match["language"])

    @property
    def is_gettext(self) -> bool:
        """All PO files below the folder are catalogues."""
        return self.pattern == GETTEXT

    @property
    def _template(self) -> str:
        return _without_language(self.pattern)


def in_language(path: Path, lang: str, layout: Layout) -> Path | None:
    """Where the same catalogue in another language is, the template for none; None outside of the layouts we know."""
    if location := layout.location(path):
        return layout.path(lang, location.document)
    known = gettext_location(path)
    return Layout(known.folder.parent).path(lang, known.document) if known else None


def layout_of(settings: Config, folder: Path | None = None) -> Layout:
    """The layout that the settings say, perhaps in another folder; L10nError if they say none."""
    pattern = settings.catalogues or GETTEXT
    try:
        check(pattern)
    except L10nError as error:
        raise L10nError(f"{settings.file}: 'catalogues': {error.message}", error.hint) from None
    return Layout(folder or settings.locales, pattern)


@cache
def _without_language(pattern: str) -> str:
    parts = [_PARTED.sub("", part, count=1) for part in pattern.removesuffix(".po").split("/")]
    return "/".join(part for part in parts if part not in (_LANGUAGE, _MESSAGES)) + ".pot"


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    code = "[^/]+" if pattern == GETTEXT else _CODE
    escaped = re.escape(pattern).replace(re.escape(_DOCUMENT), "(?P<document>.+)")
    return re.compile(escaped.replace(re.escape(_LANGUAGE), f"(?P<language>{code})"))


def check(pattern: str) -> None:
    """L10nError for a pattern that does not keep the catalogues of documents and languages apart."""
    hint = 'write for instance: catalogues = "po/{document}.{language}.po"'
    if not pattern.endswith(".po"):
        raise L10nError(f"'{pattern}' does not end with .po", hint)
    for name in (_DOCUMENT, _LANGUAGE):
        if pattern.count(name) != 1:
            raise L10nError(f"'{pattern}' must have {name} once", hint)
    if set("{}") & set(pattern.replace(_DOCUMENT, "").replace(_LANGUAGE, "")) or ".." in pattern.split("/"):
        raise L10nError(f"'{pattern}': only {_DOCUMENT} and {_LANGUAGE} stand for something", hint)
    if f"{_DOCUMENT}{_LANGUAGE}" in pattern or f"{_LANGUAGE}{_DOCUMENT}" in pattern:
        raise L10nError(f"'{pattern}': nothing parts {_DOCUMENT} from {_LANGUAGE}", hint)


@dataclass(frozen=True, slots=True)
class GettextLocation:
    """Where a catalogue is in the layout of gettext."""

    folder: Path
    """Of the language: `locales/ru`."""
    document: str
    """The path below LC_MESSAGES, without suffix: `guide/index`."""


def gettext_location(path: Path) -> GettextLocation | None:
    """How the layout of gettext understands this path, at any depth below LC_MESSAGES; None outside of it."""
    folder = next((parent for parent in path.parents if parent.name == _MESSAGES), None)
    return GettextLocation(folder.parent, path.relative_to(folder).with_suffix("").as_posix()) if folder else None
