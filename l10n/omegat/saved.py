"""`omegat/project_save.tmx`: the translations of a project, as OmegaT keeps them.

A default translation is for every segment with that source; an alternative one, with `<prop type="file">` and `"id"`,
is for one segment and comes first. So that a text which one of two equal sentences has does not appear in the other,
sentences that occur twice are always written as alternatives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from l10n import __version__
from l10n.catalogue.signature import signature
from l10n.catalogue.state import state
from l10n.languages import base
from l10n.memory.tmx.reading import elements
from l10n.model import READ, Entry
from l10n.omegat import wording

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


@dataclass(frozen=True, slots=True)
class Saved:
    """The translations of a project, the last of each kind."""

    defaults: dict[str, Translation] = field(default_factory=dict)
    """By source, as `wording.plain`."""
    alternatives: dict[tuple[str, str, str], Translation] = field(default_factory=dict)
    """By file, id and source."""

    def find(self, file: str, number: str, msgid: str) -> Translation | None:
        """What OmegaT shows for this segment; None if it is not translated."""
        source = wording.plain(msgid)
        return self.alternatives.get((file, number, source)) or self.defaults.get(source)

    def strangers(self, segments: Iterable[tuple[str, str, str]]) -> list[Translation]:
        """The translations that belong to none of these segments (file, id, msgid)."""
        known = {(file, number, wording.plain(msgid)) for file, number, msgid in segments}
        sources = {source for _, _, source in known}
        others = [one for key, one in self.alternatives.items() if key not in known]
        return [one for source, one in self.defaults.items() if source not in sources] + others


def read(path: Path, source_language: str, language: str) -> Saved:
    """The translations in this file, none if there is no such file; L10nError with file and line."""
    saved = Saved()
    for element in elements(path) if path.exists() else ():
        texts = {variant.language: variant for variant in element.variants}
        source, target = texts.get(base(source_language)), texts.get(base(language))
        if source is None or target is None:
            continue  # a note without a translation
        translation = Translation(source.text, target.text, *element.changed(target))
        key = wording.plain(source.text)
        if (file := element.props.get("file")) is None:
            saved.defaults[key] = translation
        else:
            number = element.props.get("id", element.attributes.get("tuid", ""))
            saved.alternatives[file, number, key] = translation
    return saved


def accepted(entry: Entry) -> bool:
    """Somebody has read and accepted the text: OmegaT may show it as done."""
    return state(entry) in READ


def text(languages: tuple[str, str], segments: Iterable[tuple[str, str, Entry]]) -> str:
    """The file with the accepted entries among these segments (file, id, entry)."""
    segments = list(segments)
    times = Counter(wording.plain(entry.msgid) for _, _, entry in segments)
    done = ((file, number, entry) for file, number, entry in segments if accepted(entry))
    return memory(
        languages,
        (
            (_translation(entry), {"file": file, "id": number} if times[wording.plain(entry.msgid)] > 1 else {})
            for file, number, entry in done
        ),
    )


def memory(languages: tuple[str, str], units: Iterable[tuple[Translation, Mapping[str, str]]]) -> str:
    """A TMX file of these translations with their props, as OmegaT writes its own."""
    head = _HEAD.format(version=quoteattr(__version__), language=quoteattr(languages[0]))
    return head + "".join(_unit(unit, languages, props) for unit, props in units) + "  </body>\n</tmx>\n"


def _translation(entry: Entry) -> Translation:
    who, date = signature(entry) or ("", "")
    return Translation(wording.shown(entry.msgid), entry.msgstr.strip(), who, date)


def _unit(unit: Translation, languages: tuple[str, str], props: Mapping[str, str]) -> str:
    source, target = languages
    date = f"{unit.when.replace('-', '')}T000000Z" if unit.when else ""
    known = {"changeid": wording.clean(unit.who), "changedate": date}
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in known.items() if value)
    lines = "".join(f'      <prop type="{kind}">{escape(value)}</prop>\n' for kind, value in props.items())
    return f"    <tu>\n{lines}{_variant(source, '', unit.source)}{_variant(target, attributes, unit.text)}    </tu>\n"


def _variant(language: str, attributes: str, text: str) -> str:
    return f"      <tuv xml:lang={quoteattr(language)}{attributes}>\n        <seg>{escape(text)}</seg>\n      </tuv>\n"
