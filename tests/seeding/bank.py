"""Good texts to spoil: the bank in `data`, an article with its translations, and materials made of them.

In `data`, a segment is a paragraph of lines `language: text`, with ⍽ for a no-break space and \\n for a line break.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry
from tests.seeding.catalogues import Volume
from tests.seeding.material import TARGETS, Material, Texts

_DATA = Path(__file__).parent / "data"
_LANGUAGES = ("de", *TARGETS)
_PLURALS = "plurals"

Forms = Mapping[str, tuple[str, ...]]
"""By language, the forms of a plural entry; the source's two are msgid and msgid_plural."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A text in all languages, good in each."""

    texts: Texts
    variants: Texts = field(default_factory=dict)
    """The same with another word for the term."""
    term: Texts = field(default_factory=dict)
    """A word of the glossary that occurs in the text."""
    flags: tuple[str, ...] = ()


@cache
def themes() -> tuple[str, ...]:
    """What the bank has segments for; plural entries are apart."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.txt") if path.stem != _PLURALS))


@cache
def bank(*names: str) -> tuple[Segment, ...]:
    """The segments of these themes, of all without a name."""
    return tuple(_segment(fields) for theme in names or themes() for fields in _paragraphs(theme))


def article(translations: Mapping[str, Texts], source_language: str = "de") -> tuple[Segment, ...]:
    """The segments of a document; the translations by language and msgid."""
    sources = dict.fromkeys(msgid for texts in translations.values() for msgid in texts)
    return tuple(
        Segment(
            {source_language: msgid} | {code: texts[msgid] for code, texts in translations.items() if msgid in texts}
        )
        for msgid in sources
    )


def glossary(source_language: str, segments: Sequence[Segment] | None = None) -> dict[str, Texts]:
    """The terms of the segments, of the bank's if none are given."""
    return {one.term[source_language]: one.term for one in segments or bank("terms") if source_language in one.term}


def materials(
    segments: Sequence[Segment],
    language: str,
    source_language: str = "de",
    terms: Mapping[str, Texts] | None = None,
) -> Iterator[Material]:
    """Every segment as material for spoiling its translation into this language."""
    every = tuple(segment.texts for segment in segments)
    known = glossary(source_language) if terms is None else terms
    for place, segment in enumerate(segments):
        yield Material(
            segment.texts[source_language],
            source_language,
            {code: text for code, text in segment.texts.items() if code != source_language},
            language,
            every[:place] + every[place + 1 :],
            known,
            segment.variants,
            segment.flags,
        )


def volume(segments: Sequence[Segment], language: str, source_language: str = "de") -> Volume:
    """A good catalogue of these segments and the bank's plural entries."""
    created = "2026-01-31 12:00+0000"
    entries = {
        one.texts[source_language]: Entry(one.texts[source_language], one.texts[language], flags=one.flags)
        for one in segments
    }
    variants = {one.texts[source_language]: one.variants.get(language, "") for one in segments}
    plurals = tuple(
        Entry(
            forms[source_language][0],
            msgid_plural=forms[source_language][1],
            msgstr_plural=forms[language],
            flags=flags,
        )
        for forms, flags in plural_forms()
    )
    catalogue = Catalogue(header("bank", language, source_language, created), (*entries.values(), *plurals))
    return Volume(catalogue, language, variants)


@cache
def plural_forms() -> tuple[tuple[Forms, tuple[str, ...]], ...]:
    """The bank's plural entries, each with its flags."""
    found = []
    for fields in _paragraphs(_PLURALS):
        forms = {code: tuple(fields[code].split(" | ")) for code in _LANGUAGES}
        found.append((forms, tuple(fields.get("flags", "").split())))
    return tuple(found)


def _segment(fields: Mapping[str, str]) -> Segment:
    words = fields["term"].split(" | ") if "term" in fields else []
    return Segment(
        {code: fields[code] for code in _LANGUAGES},
        {code: fields[f"{code}2"] for code in TARGETS if f"{code}2" in fields},
        dict(zip(_LANGUAGES, words, strict=True)) if words else {},
        tuple(fields.get("flags", "").split()),
    )


def _paragraphs(theme: str) -> list[dict[str, str]]:
    text = (_DATA / f"{theme}.txt").read_text(encoding="utf-8").replace("⍽", "\u00a0")
    blocks = [block for block in text.split("\n\n") if not block.startswith("#")]
    return [dict(_field(line) for line in block.splitlines()) for block in blocks]


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(": ")
    return name, value.replace("\\n", "\n")
