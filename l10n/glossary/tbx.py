"""TBX files of every usual kind as terms: version 3 (ISO 30042:2019), version 2 (`martif`), and TBX-Min's own format.

| TBX | term |
|---|---|
| `conceptEntry`, `termEntry`, `entry` | a term |
| `langSec`, `langSet`, `langGroup` with `xml:lang` | a language; of `en-US` and `en-GB`, `en` |
| `term`, in the order preferred, none or admitted | its words |
| status deprecated, superseded, notRecommended or obsolete | forbidden |
| `note` and `definition`, of whatever level | note |
| the note `case: no`, the note `do-not-translate: yes` | those columns, for which TBX has nothing |
| a `descrip` without type or of type `Usage note`, as Weblate writes | note |
| `Translation needed` or `translationNote` with `no`, as Weblate writes | do-not-translate |

Everything else is counted in `Content.lost`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.errors import L10nError
from l10n.glossary.markup import Node, parse
from l10n.glossary.term import Term, everywhere
from l10n.languages import ordered
from l10n.languages.codes import meant

CASE, FIXED = "case: no", "do-not-translate: yes"
"""Notes that say what TBX has no data category for."""
_ROOTS = frozenset({"tbx", "TBX", "martif"})
_ENTRIES = ("conceptEntry", "termEntry", "entry")
_LANGUAGES = ("langSec", "langSet", "langGroup")
_TERMS = ("termSec", "tig", "ntig", "termGroup")
_STRUCTURE = frozenset({*_LANGUAGES, *_TERMS, "term", "termGrp", "descripGrp", "adminGrp", "termNoteGrp", "noteGrp"})
_STATUS = frozenset({"administrativeStatus", "normativeAuthorization", "termStatus", "usageStatus"})
_NOTES = frozenset({"note", "definition", "descrip", "Usage note"})
_STAYS = frozenset({"translationNote", "Translation needed"})
"""Weblate: docs.weblate.org, “TermBase eXchange format”."""
_UNWANTED = re.compile(r"(?:deprecated|superseded|notRecommended|obsolete|forbidden)", re.IGNORECASE)
_WRAPPED = re.compile(r"(?<!\s)\s*\n[ \t]+")
"""A line break and an indent, as programs wrap long lines; a line break alone is a person's. White space is read once,
from where it begins: a long stretch would take the square of its length."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file has for us."""

    terms: tuple[Term, ...]
    lost: Mapping[str, int]
    """Data categories and languages that a glossary has no place for, and how often they are there."""


def read(path: Path) -> Content:
    """The terms of a TBX file; L10nError with `file:line` for what is none."""
    root = parse(path)
    if root.name not in _ROOTS:
        hint = "known: TBX-Basic and TBX-Min; export it as one of them"
        raise L10nError(f"{path}:{root.line}: <{root.name}> is no root element of TBX", hint)
    lost: Counter[str] = Counter()
    terms = [term for entry in root.below(*_ENTRIES) if (term := _term(entry, lost))]
    used = {lang for term in terms for lang in (*term.words, *term.forbidden)}
    languages = ordered(used)
    return Content(tuple(_filled(term, languages) for term in terms), lost)


def _filled(term: Term, languages: list[str]) -> Term:
    return replace(term, words=everywhere(term.words, languages)) if term.do_not_translate else term


def _term(entry: Node, lost: Counter[str]) -> Term | None:
    """The entry as a term; None, and counted, if it has no word in any language."""
    lost.update(_categories(entry))
    words: dict[str, tuple[str, ...]] = {}
    forbidden: dict[str, tuple[str, ...]] = {}
    for section in entry.below(*_LANGUAGES):
        named = section.attributes.get("xml:lang") or section.attributes.get("lang", "")
        if not (lang := meant(named)):
            lost[f"language {named or 'without a name'}"] += 1
            continue
        wanted, unwanted = _words(section)
        if wanted:
            words[lang] = (*words.get(lang, ()), *wanted)
        if unwanted:
            forbidden[lang] = (*forbidden.get(lang, ()), *unwanted)
    if not words:
        lost["entry without a word in a language"] += 1
        return None
    notes = [note for node in _nodes(entry) if _category(node) in _NOTES and (note := _note(node))]
    fixed = FIXED in notes or any(_category(node) in _STAYS and _no(node) for node in _nodes(entry))
    note = "; ".join(dict.fromkeys(note for note in notes if note not in (CASE, FIXED)))
    return Term(words, forbidden, note, CASE not in notes, fixed, line=entry.line)


def _words(section: Node) -> tuple[list[str], list[str]]:
    """Words of a language, the preferred ones first, and those that must not be used."""
    preferred, others, unwanted = list[str](), list[str](), list[str]()
    for group in section.below(*_TERMS):
        status = next((node.text.strip() for node in _nodes(group) if _category(node) in _STATUS), "")
        where = unwanted if _UNWANTED.match(status) else preferred if status.startswith("preferred") else others
        where += [word for term in group.below("term") if (word := " ".join(term.text.split()))]
    return preferred + others, unwanted


def _categories(entry: Node) -> Iterator[str]:
    """Data categories that have no place in a term."""
    kept = _STATUS | _NOTES | _STRUCTURE | _STAYS
    yield from (name for node in _nodes(entry) if (name := _category(node)) not in kept)


def _nodes(node: Node) -> Iterator[Node]:
    """All elements within, but for those within a text."""
    for child in node.children:
        yield child
        if child.name in _STRUCTURE and child.name != "term":
            yield from _nodes(child)


def _category(node: Node) -> str:
    """Of an element in either style: `<termNote type="x">` (DCA) or `<min:x>` (DCT)."""
    return node.attributes.get("type", node.name)


def _note(node: Node) -> str:
    return _WRAPPED.sub(" ", node.text).strip()


def _no(node: Node) -> bool:
    return node.text.strip().lower() == "no"
