"""`omegat/project_save.tmx`: the translations of a project, as OmegaT keeps them.

A default translation is for every segment with that source; an alternative one, with `<prop type="file">` and `"id"`,
is for one segment and comes first. So that a text which one of two equal sentences has does not appear in the other,
sentences that occur twice are always written as alternatives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from l10n import __version__
from l10n.catalogue.bookkeeping.signature import signature
from l10n.catalogue.states import state
from l10n.errors import L10nError
from l10n.exchange.omegat import SAVED, wording
from l10n.files import refuse_special
from l10n.languages.codes import related
from l10n.memory.tmx.element import Element, Variant
from l10n.memory.tmx.elements import elements
from l10n.memory.tmx.writing import date
from l10n.model import READ, Entry

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="l10n" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" \
creationtoolversion={version} segtype="paragraph" srclang={language}/>
  <body>
"""


@dataclass(frozen=True, slots=True)
class Translation:
    """What OmegaT has for a segment."""

    source: str
    text: str
    """Empty if the translator wants it to be."""
    who: str = ""
    when: str = ""
    """ISO 8601, UTC; empty if unknown, as `who`."""
    file: str = ""
    """With `id`: the one segment that it is for; empty if it is for all with this source."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a translator has to say about a segment, translated or not."""

    source: str
    text: str
    file: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The translations of a project, the last of each kind."""

    defaults: dict[str, Translation] = field(default_factory=dict)
    """Translations for all segments with a source, by that, as `wording.plain` has it."""
    alternatives: dict[tuple[str, str, str], Translation] = field(default_factory=dict)
    """Translations for one segment each, by file, id and source."""
    notes: list[Note] = field(default_factory=list)

    def find(self, file: str, number: str, msgid: str) -> Translation | None:
        """What OmegaT shows for this segment; None if it is not translated."""
        source = wording.plain(msgid)
        return self.alternatives.get((file, number, source)) or self.defaults.get(source)

    def strangers(self, segments: Iterable[tuple[str, str, str]]) -> list[Translation]:
        """The translations that belong to none of these segments (file, id, msgid)."""
        known = {(file, number, wording.plain(msgid)) for file, number, msgid in segments}
        sources = {source for _, _, source in known}
        others = [translation for key, translation in self.alternatives.items() if key not in known]
        return [translation for source, translation in self.defaults.items() if source not in sources] + others


def read(path: Path, source_language: str, language: str) -> Saved:
    """What the file has, nothing if it is not there; L10nError with file and line."""
    saved = Saved()
    hint = f"mend it, or take OmegaT's own copy, {SAVED}.bak, in its place"
    for unit in contents(path, (source_language, language), hint) if path.exists() else ():
        match unit:
            case Note():
                saved.notes.append(unit)
            case Translation(file=""):
                saved.defaults[wording.plain(unit.source)] = unit
            case Translation():
                saved.alternatives[unit.file, unit.id, wording.plain(unit.source)] = unit
    return saved


def contents(path: Path, languages: tuple[str, str], hint: str) -> Iterator[Translation | Note]:
    """Every translation and note between these languages, as they stand in the file; L10nError with the hint."""
    try:
        refuse_special(path)
        for element in elements(path):
            if element.fault:
                raise L10nError(f"{path}:{element.line}: {element.fault}")
            yield from _contents(element, *languages)
    except L10nError as error:
        raise L10nError(error.message, hint) from None


def accepted(entry: Entry) -> bool:
    """Somebody has read and accepted the text: OmegaT may show it as done."""
    return state(entry) in READ


def text(languages: tuple[str, str], segments: Iterable[tuple[str, str, Entry]], notes: Iterable[Note] = ()) -> str:
    """The file with the accepted entries among these segments (file, id, entry), and the notes of translators."""
    segments = list(segments)
    times = Counter(wording.plain(entry.msgid) for _, _, entry in segments)
    done = ((file, number, entry) for file, number, entry in segments if accepted(entry))
    translations = (
        _translation(entry, *((file, number) if times[wording.plain(entry.msgid)] > 1 else ()))
        for file, number, entry in done
    )
    return memory(languages, translations, notes)


def memory(languages: tuple[str, str], translations: Iterable[Translation], notes: Iterable[Note] = ()) -> str:
    """A TMX file of these, as OmegaT writes its own: a note with its translation, or alone."""
    left = {_segment(note): note for note in notes}
    units = [_unit(languages, translation, left.pop(_segment(translation), None)) for translation in translations]
    units += [_unit(languages, note, note) for note in left.values()]
    head = _HEAD.format(version=quoteattr(__version__), language=quoteattr(languages[0]))
    return head + "".join(units) + "  </body>\n</tmx>\n"


def _contents(element: Element, source_language: str, language: str) -> Iterator[Translation | Note]:
    source = _variant_in(source_language, element.variants)
    target = _variant_in(language, [variant for variant in element.variants if variant is not source])
    if source is None:
        return
    file = element.props.get("file", "")
    number = element.props.get("id", element.attributes.get("tuid", "")) if file else ""
    if element.note.strip():
        yield Note(source.text or "", element.note, file, number)
    if target is not None:
        yield Translation(source.text or "", target.text or "", *element.changed(target), file, number)


def _variant_in(code: str, variants: Sequence[Variant]) -> Variant | None:
    """The one in exactly this language, or the only one in another form of it: `pt` for `pt-BR`."""
    exact = [variant for variant in variants if variant.code.lower() == code.lower()]
    alike = exact[-1:] or [variant for variant in variants if related(variant.language, code)]
    return alike[0] if len(alike) == 1 else None


def _segment(unit: Translation | Note) -> tuple[str, str, str]:
    return unit.file, unit.id, wording.plain(unit.source)


def _translation(entry: Entry, file: str = "", number: str = "") -> Translation:
    who, date = signature(entry) or ("", "")
    return Translation(wording.shown(entry.msgid), entry.msgstr.strip(), who, date, file, number)


def _unit(languages: tuple[str, str], unit: Translation | Note, note: Note | None) -> str:
    props = {"file": unit.file, "id": unit.id} if unit.file else {}
    lines = [f'      <prop type="{kind}">{_escaped(value)}</prop>\n' for kind, value in props.items()]
    if note:
        lines.append(f"      <note>{_escaped(note.text)}</note>\n")
    lines.append(_variant(languages[0], "", unit.source))
    if isinstance(unit, Translation):
        known = {"changeid": wording.clean(unit.who), "changedate": date(unit.when)}
        attributes = "".join(f" {name}={quoteattr(value)}" for name, value in known.items() if value)
        lines.append(_variant(languages[1], attributes, unit.text))
    return f"    <tu>\n{''.join(lines)}    </tu>\n"


def _variant(language: str, attributes: str, text: str) -> str:
    return (
        f"      <tuv xml:lang={quoteattr(language)}{attributes}>\n        <seg>{_escaped(text)}</seg>\n      </tuv>\n"
    )


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})  # or a reader makes a line feed of it
