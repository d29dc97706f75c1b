"""References that drafts are compared with: a catalogue (PO), a translation memory (TMX), or lines of text (TXT)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

from l10n.catalogue import po
from l10n.catalogue.search import language_of
from l10n.catalogue.states import state
from l10n.errors import L10nError
from l10n.evaluation.pairing import Reference
from l10n.files import sizes
from l10n.languages.codes import base
from l10n.model import ACCEPTED, Catalogue

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Target:
    """A catalogue whose drafts are to be compared, and its languages as base codes."""

    path: Path
    catalogue: Catalogue
    source_language: str
    language: str


class References(Protocol):
    """What one file has to say about catalogues."""

    def of(self, target: Target) -> Reference | None:
        """For this catalogue; None if the file is in other languages. Raises L10nError if it does not fit."""


def read(path: Path) -> References:
    """The references in this file, by its suffix; L10nError if it cannot be read."""
    kinds: dict[str, Callable[[Path], References]] = {".po": _Translations, ".tmx": _TmxUnits, ".txt": _TextLines}
    if path.suffix.lower() not in kinds:
        raise L10nError(f"{path}: no reference", f"known are {', '.join(kinds)}; rename the file, or convert it")
    return kinds[path.suffix.lower()](path)


class _Translations:
    """The accepted entries of a catalogue: by context, else by the source text alone."""

    def __init__(self, path: Path) -> None:
        catalogue = po.read(path)
        self._language = base(language_of(path, catalogue))
        if not self._language:
            raise L10nError(f"{path}: no language", "write it into the header, as in: Language: ru")
        accepted = [entry for entry in catalogue.active if state(entry) in ACCEPTED]
        self._exact = {entry.key: entry.texts for entry in accepted}
        self._alike = {entry.msgid: entry.texts for entry in reversed(accepted)}

    def of(self, target: Target) -> Reference | None:
        if target.language != self._language:
            return None
        return lambda entry: self._exact.get(entry.key) or self._alike.get(entry.msgid)


class _TmxUnits:
    """The units of a TMX file, by languages and source text; of several translations the first counts."""

    def __init__(self, path: Path) -> None:
        self._texts: dict[tuple[str, str, str], str] = {}
        try:
            for _, element in ElementTree.iterparse(path):  # noqa: S314  # expat itself stops entity bombs
                if element.tag == "tu":
                    self._add({_language(unit): _text(unit.find("seg")) for unit in element.iter("tuv")})
                    element.clear()
        except OSError as error:
            raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error
        except ElementTree.ParseError as error:
            message = f"{path}:{error.position[0]}: not a TMX file: {error}"
            raise L10nError(message, "export it again from where it comes") from None

    def of(self, target: Target) -> Reference | None:
        def texts(msgid: str) -> tuple[str, ...] | None:
            text = self._texts.get((target.source_language, target.language, msgid))
            return (text,) if text else None

        return lambda entry: None if entry.plural else texts(entry.msgid)

    def _add(self, texts: dict[str, str]) -> None:
        for source, text in texts.items():
            for lang, translation in texts.items():
                if lang != source and translation:
                    self._texts.setdefault((source, lang, text), translation)


def _language(unit: ElementTree.Element) -> str:
    return base(unit.get(_LANG) or unit.get("lang") or "")


def _text(segment: ElementTree.Element | None) -> str:
    """Without inline elements, which hold codes, but for `hi`, which holds text."""
    if segment is None:
        return ""
    inner = ((_text(inline) if inline.tag == "hi" else "") + (inline.tail or "") for inline in segment)
    return (segment.text or "") + "".join(inner)


class _TextLines:
    """A line for each entry, in the catalogue's order; an empty one for an entry without a reference."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            text = sizes.content(path, "part it, as its catalogue").decode("utf-8-sig")
        except OSError as error:
            raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise L10nError(f"{path}:{line}: not UTF-8", "save the file as UTF-8 and run again") from None
        self._lines = [line.strip() for line in text.removesuffix("\n").split("\n")] if text else []
        self._taken: Path | None = None

    def of(self, target: Target) -> Reference | None:
        if self._taken:
            message = f"{self._path}: lines of text are the reference of one catalogue, not of {self._taken} and others"
            raise L10nError(message, "name one PO file, or give the reference as PO or TMX")
        entries = target.catalogue.active
        if len(entries) != len(self._lines):
            message = f"{self._path}: {len(self._lines)} lines for the {len(entries)} entries of {target.path}"
            raise L10nError(message, "write one line for each entry, in the catalogue's order; an empty one for none")
        self._taken = target.path
        texts = {entry.key: (line,) for entry, line in zip(entries, self._lines, strict=True) if line}
        return lambda entry: texts.get(entry.key)
