"""Units -> XLIFF 1.2."""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n import __version__
from l10n.exchange.xliff import MEMOQ, NAMESPACE_12, OURS, SDL, XliffProfile, XliffVersion
from l10n.exchange.xliff.inline import Coded, CodeNumbers
from l10n.exchange.xliff.markup import attribute, attributes, block, element, words
from l10n.exchange.xliff.outgoing import OutgoingFile, OutgoingUnit, UnitNote
from l10n.exchange.xliff.profiles import MACHINE, TargetState, told
from l10n.identity import digest
from l10n.model import Entry, PieceKind, State

_TYPES = {"strong": "bold", "b": "bold", "em": "italic", "emphasis": "italic", "i": "italic", "link": "link"}
_SIGNS = re.compile(r"\W")
_PRESERVE = {"xml:space": "preserve"}


def document(files: Iterable[OutgoingFile], languages: tuple[str, str], profile: XliffProfile) -> str:
    """The whole file; the languages as the standard writes them, `pt-BR`."""
    names = {"version": "1.2", "xmlns": NAMESPACE_12, "xmlns:l10n": OURS}
    names |= {"xmlns:sdl": SDL} if profile is XliffProfile.TRADOS else {}
    names |= {"xmlns:mq": MEMOQ} if profile is XliffProfile.MEMOQ else {}
    content = block("xliff", names, (_file(file, languages, profile) for file in files))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n'


def content(entry: Entry, text: str, numbers: CodeNumbers) -> str:
    """The text with its marks and tags as elements."""
    return "".join(map(_code, numbers.coded(entry, text)))


def _file(file: OutgoingFile, languages: tuple[str, str], profile: XliffProfile) -> str:
    values = {
        "original": file.name,
        "datatype": "plaintext",
        "source-language": languages[0],
        "target-language": languages[1],
        "tool-id": "l10n",
        "l10n:document": file.document,
        "l10n:profile": profile,
    }
    tool = attributes({"tool-id": "l10n", "tool-name": "l10n", "tool-version": __version__})
    body = block("body", {}, (_UnitWriter(unit, profile).xml() for unit in file.units))
    return block("file", values, [f"<header><tool{tool}/></header>", body])


class _UnitWriter:
    """One unit, or the group of an entry's plural forms."""

    def __init__(self, unit: OutgoingUnit, profile: XliffProfile) -> None:
        self._unit = unit
        self._profile = profile

    def xml(self) -> str:
        """With a line for each element that people look for."""
        unit = self._unit
        forms = [self._form(form) for form in range(len(unit.texts))]
        values = {"id": unit.id, "restype": "x-gettext-plurals", "l10n:forms": str(len(forms))}
        return block("group", values, forms) if unit.entry.plural else forms[0]

    def _form(self, form: int) -> str:
        unit = self._unit
        name, source, text, notes = unit.ids[form], unit.sources[form], unit.texts[form], unit.notes_of(form)
        said = told(self._profile, XliffVersion.V12, unit.state if text else State.UNTRANSLATED)
        values = {
            "id": name,
            "resname": unit.entry.msgctxt or name,
            **_PRESERVE,
            "approved": "yes" if said.approved else "no",
            "l10n:exported": unit.exported,
            "l10n:state": unit.state,
            "l10n:text": digest(text),
            "l10n:notes": " ".join(note.trace for note in notes),
            "mq:status": said.own if self._profile is XliffProfile.MEMOQ else "",
        }
        numbers = CodeNumbers()
        shown = content(unit.entry, source, numbers)
        lines = [element("source", {}, shown), self._cut(shown), self._target(text, said, numbers)]
        lines += [self._alternative(text), *map(_note, notes), self._definitions(said)]
        return block("trans-unit", values, lines)

    def _cut(self, source: str) -> str:
        """Trados wants to be told what a segment is."""
        return element("seg-source", {}, _segment(source)) if self._profile is XliffProfile.TRADOS else ""

    def _target(self, text: str, said: TargetState, numbers: CodeNumbers) -> str:
        if not text:
            return ""
        values = {"state": said.state, "state-qualifier": said.qualifier}
        xml = content(self._unit.entry, text, numbers)
        return element("target", values, _segment(xml) if self._profile is XliffProfile.TRADOS else xml)

    def _alternative(self, text: str) -> str:
        """The source that an outdated text is a translation of."""
        old, entry = self._unit.old_source, self._unit.entry
        if not old or not text or entry.plural:
            return ""
        numbers = CodeNumbers()
        inner = [element(name, {}, content(entry, side, numbers)) for name, side in (("source", old), ("target", text))]
        return element("alt-trans", {"alttranstype": "previous-version", **_PRESERVE}, "".join(inner))

    def _definitions(self, said: TargetState) -> str:
        if self._profile is not XliffProfile.TRADOS:
            return ""
        origin = "mt" if said.own and self._unit.state in MACHINE else ""
        return f"<sdl:seg-defs><sdl:seg{attributes({'id': '1', 'conf': said.own, 'origin': origin})}/></sdl:seg-defs>"


def _segment(xml: str) -> str:
    return element("mrk", {"mtype": "seg", "mid": "1"}, xml)


def _code(part: Coded) -> str:
    kind = _SIGNS.sub("", part.name.split(" ")[0]) or "code"
    match part.kind:
        case PieceKind.TEXT:
            return words(part.text)
        case PieceKind.CLOSE:
            return "</g>"
        case PieceKind.OPEN:
            values = attributes({"id": str(part.number), "ctype": _TYPES.get(kind, f"x-{kind}")})
            return f"<g{values}{attribute('l10n:open', part.text)}{attribute('l10n:close', part.end)}>"
        case PieceKind.ALONE:
            values = attributes({"id": str(part.number), "ctype": f"x-{kind}", "equiv-text": part.text})
            return f"<x{values}{attribute('l10n:code', part.text)}/>"


def _note(note: UnitNote) -> str:
    return element("note", {"from": f"l10n {note.about}"}, words(note.text))
