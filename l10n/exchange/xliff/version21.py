"""Units -> XLIFF 2.1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from l10n.catalogue.bookkeeping.marks import risk_of
from l10n.exchange.xliff import ITS, NAMESPACE_20, OURS, XliffProfile, XliffVersion
from l10n.exchange.xliff.inline import Coded, CodeNumbers
from l10n.exchange.xliff.markup import attribute, attributes, block, element, words
from l10n.exchange.xliff.outgoing import OutgoingFile, OutgoingUnit, UnitNote
from l10n.exchange.xliff.profiles import MACHINE, told
from l10n.identity import digest
from l10n.model import PieceKind, State

_TYPES = {"link": "link", "image": "image", "strong": "fmt", "emphasis": "fmt", "em": "fmt", "b": "fmt", "i": "fmt"}


def document(files: Iterable[OutgoingFile], languages: tuple[str, str], profile: XliffProfile) -> str:
    """The whole file; the languages as the standard writes them, `pt-BR`."""
    values = {
        "version": "2.1",
        "srcLang": languages[0],
        "trgLang": languages[1],
        "xmlns": NAMESPACE_20,
        "xmlns:l10n": OURS,
        "xmlns:its": ITS,
        "its:version": "2.0",
    }
    content = block("xliff", values, (_file(number, file, profile) for number, file in enumerate(files, start=1)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n'


def _file(number: int, file: OutgoingFile, profile: XliffProfile) -> str:
    values = {"id": f"f{number}", "original": file.name, "l10n:document": file.document, "l10n:profile": profile}
    return block("file", values, (_unit(unit, profile) for unit in file.units))


def _unit(unit: OutgoingUnit, profile: XliffProfile) -> str:
    """One unit, or the group of an entry's plural forms."""
    forms = [_form(unit, profile, form) for form in range(len(unit.texts))]
    values = {"id": unit.id, "type": "l10n:plural", "l10n:forms": str(len(forms))}
    return block("group", values, forms) if unit.entry.plural else forms[0]


def _form(unit: OutgoingUnit, profile: XliffProfile, form: int) -> str:
    name, source, text, notes = unit.ids[form], unit.sources[form], unit.texts[form], _notes(unit, form)
    values = {
        "id": name,
        "name": unit.entry.msgctxt or name,
        "canResegment": "no",
        "xml:space": "preserve",
        "l10n:exported": unit.exported,
        "l10n:state": unit.state,
        "l10n:text": digest(text),
        "l10n:notes": " ".join(note.trace for note in notes),
        **_confidence(unit),
    }
    said = told(profile, XliffVersion.V21, unit.state if text else State.UNTRANSLATED)
    numbers = CodeNumbers()
    sides = [numbers.coded(unit.entry, side) for side in (source, text)]
    data = _OriginalData()
    xml = [element("source", {}, data.content(sides[0]))]
    xml += [element("target", {}, data.content(sides[1]))] if text else []
    segment = element("segment", {"id": "s1", "state": said.state, "subState": said.qualifier}, "".join(xml))
    shown = [element("note", {"category": f"l10n {note.about}"}, words(note.text)) for note in notes]
    return block("unit", values, [block("notes", {}, shown) if shown else "", data.xml(), segment])


def _confidence(unit: OutgoingUnit) -> dict[str, str]:
    """ITS has the confidence of a machine, from 0 to 1, and who has worked it out."""
    risk = risk_of(unit.entry) if unit.state in MACHINE else None
    if risk is None:
        return {}
    return {"its:mtConfidence": f"{1 - risk:.2f}", "its:annotatorsRef": "mt-confidence|l10n"}


def _notes(unit: OutgoingUnit, form: int) -> list[UnitNote]:
    old = [UnitNote("old source", unit.old_source)] if unit.old_source else []
    return [*old, *unit.notes_of(form)]


class _OriginalData:
    """What stands for each code, once, however often it is there."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def content(self, parts: Sequence[Coded]) -> str:
        """The parts with their codes as elements."""
        return "".join(map(self._code, parts))

    def xml(self) -> str:
        """The element with all data; nothing without codes."""
        data = [f"<data{attribute('id', name)}>{words(text)}</data>" for text, name in self._ids.items()]
        return block("originalData", {}, data) if data else ""

    def _code(self, part: Coded) -> str:
        match part.kind:
            case PieceKind.TEXT:
                return words(part.text)
            case PieceKind.CLOSE:
                return "</pc>"
            case PieceKind.OPEN:
                shown = {"dispStart": part.text, "dispEnd": part.end}
                data = {"dataRefStart": self._id(part.text), "dataRefEnd": self._id(part.end)}
                return f"<pc{attributes({'id': str(part.number), 'type': _type(part), **data, **shown})}>"
            case PieceKind.ALONE:
                values = {
                    "id": str(part.number),
                    "type": _type(part),
                    "dataRef": self._id(part.text),
                    "disp": part.text,
                }
                return f"<ph{attributes(values)}/>"

    def _id(self, text: str) -> str:
        return self._ids.setdefault(text, f"d{len(self._ids) + 1}")


def _type(part: Coded) -> str:
    return _TYPES.get(part.name.split(" ")[0], "other")
