"""The checks: one module each, found by its name; the module's docstring is its documentation and its test.

    \"\"\"One line that says what is wrong.

    Why it matters, and what to do.

    Bad:  Er zahlte 3,50 Euro. | He paid 3 euros.
    Good: Er zahlte 3,50 Euro. | He paid 3.50 euros.
    Bad ru: Haus | дoм
    \"\"\"

A module has `SEVERITY`, `SAFE = True` if its repairs need no judgement, `NEEDS` if something has to be known of the
language of the translation (`l10n.languages.knowledge.knows`), `ALONE = True` if it judges a source text by itself, too
(the pair then has an empty source), and one of four functions: `check(pair)` sees one text,
`check_entry(entry, state, catalogue)` one entry with all its forms, `check_catalogue(catalogue)` all of a file, and
`check_languages(segment)` one segment in all its languages; for a header and its entries alike, the second and third.
They yield hits, those of a whole file with the index of the entry, None for the header, and never raise, whatever the
text. A file may have more entries than memory holds: what has to be known of all of them is in `overview`. Where it is
known what is a mark or a tag in a text, a check sees the words without them, unless its module says `RAW = True`.

Examples are German to English unless they name the target, or both languages (`en-ru`); a source text by itself stands
after `|`. Entries of a catalogue are
parted by ` ;; `, languages by ` | ` in the order in which they are named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from l10n import plugins
from l10n.languages import PIVOT, SOURCE
from l10n.languages.knowledge import knows
from l10n.model import Entry, Span, State, itself
from l10n.model.findings import Rule, Severity
from l10n.model.kinds import TextKind
from l10n.pairs.exchanges import Exchange
from l10n.pairs.left_out import left_out
from l10n.pairs.marks import faults
from l10n.pairs.overview import Overview, overview
from l10n.pairs.pair import Pair
from l10n.pairs.stand_ins import hide_placeholders
from l10n.text.lazy import lazy

FAMILY = "l10n.checks"

NOWHERE: Span = (0, 0)
Edit = tuple[int, int, str]
"""Put the text in place of these characters of the translation."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found in one text."""

    message: str
    """One line that a translator understands."""
    span: Span = NOWHERE
    """Characters of the translation, first and after the last; empty if something is missing."""
    source_span: Span = NOWHERE
    edits: tuple[Edit, ...] = ()
    """What would mend it, if that is sure; from left to right, not overlapping."""
    severity: Severity | None = None
    """The check's own if None."""
    line: int | None = None
    """Line of the file, from 1, where it says more than the place of a text."""
    custom: str = ""
    """What many texts may do so, in words that their number can follow: reports tell it once then. A note."""

    def __post_init__(self) -> None:
        """Texts that are quoted in the message may have line breaks."""
        if not self.message.isprintable():
            object.__setattr__(self, "message", " ".join(self.message.split()))


@dataclass(frozen=True)
class CatalogueView:
    """A file as `check_catalogue` sees it."""

    header: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    """Flags of the header entry."""
    entries: Sequence[Entry]
    """The entries that are neither obsolete nor for the translators' own names."""
    states: Sequence[State]
    """States of the entries, in their order."""
    language: str
    source_language: str
    path_language: str = ""
    """What the file's path says; empty if it says nothing."""
    source_of: Callable[[Entry], Entry | None] = itself
    """The entry with the texts that it translates, where its msgid is a key; None if nobody knows them."""
    source_recognised: bool = False
    """Nothing but the msgids tells their language, and it is another than one would expect."""
    obsolete: Sequence[Entry] = ()
    credits: Sequence[Entry] = ()
    """Entries for the translators' own names."""
    faults: Sequence[tuple[int, str]] = ()
    """Lines of the file, from 1, that break the rules of gettext, and how."""
    kind: TextKind = TextKind.PROSE
    longest: int = 0
    """Words of a sentence of a source text that are still few enough; 0 in catalogues."""

    @lazy
    def overview(self) -> Overview:
        """What checks have to know of all entries."""
        return overview(self.entries, self.states, self.source_of)

    @lazy
    def hides_placeholders(self) -> bool:
        """Its msgids do not have the placeholders of the texts that they stand for."""
        return hide_placeholders(self.entries, self.source_of)


@dataclass(frozen=True, slots=True)
class MultilingualSegment:
    """One source text and its translations by language, as `check_languages` sees it."""

    source: str
    source_language: str
    targets: Mapping[str, str]


PairCheck = Callable[[Pair], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A loaded module; it has one of the four functions, or the two in the middle."""

    rule: Rule
    pair: PairCheck | None
    entry: Callable[[Entry, State, CatalogueView], Iterable[Hit]] | None
    catalogue: Callable[[CatalogueView], Iterable[tuple[int | None, Hit]]] | None
    languages: Callable[[MultilingualSegment], Iterable[tuple[str, Hit]]] | None
    safe: bool = False
    """Its edits need no judgement: `--fix` makes them."""
    raw: bool = False
    """It sees texts with their marks and tags."""
    alone: bool = False
    """It judges texts that are no translations, too: their pairs have an empty source."""
    needs: tuple[str, ...] = ()
    """What has to be known of the language of the translation (`l10n.languages.knowledge`)."""
    unasked: PairCheck | None = None
    """`pair` for a language of which that is known: it does not ask again for each text."""

    def missing(self, lang: str) -> list[str]:
        """What it needs and nobody knows of this language: if there is anything, the check is off for it."""
        return [need for need in self.needs if not knows(lang, need)]


@dataclass(frozen=True, slots=True)
class DocExample:
    """A Bad or Good line of a docstring."""

    good: bool
    source_language: str
    languages: tuple[str, ...]
    entries: tuple[tuple[str, ...], ...]
    """Source, then the text in each of the languages."""


_EXAMPLE = re.compile(r"^(Bad|Good)(?: ([a-z-]+(?:,[a-z-]+)*))?:\s+(.*)$", re.M)
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(n))")


@cache
def checks() -> Mapping[str, Check]:
    """All checks by name, in alphabetical order."""
    return {name: _check(name, module) for name, module in plugins.modules(FAMILY).items()}


def examples(name: str) -> Iterator[DocExample]:
    """The Bad and Good lines of a check; escapes are read as in Python, `␣` is a space and `⍽` a no-break one."""
    text = plugins.load(FAMILY, name).__doc__ or ""
    for kind, languages, rest in _EXAMPLE.findall(text):
        source, dash, target = languages.partition("-") if "-" in languages else (SOURCE, "-", languages or PIVOT)
        shown = _ESCAPE.sub(_character, rest).replace("⍽", "\u00a0")
        entries = tuple(
            tuple(part.replace("␣", " ") for part in re.split(r"(?:^| )\|(?: |$|(?=␣))", entry))
            for entry in shown.split(" ;; ")
        )
        yield DocExample(kind == "Good", source, tuple(target.split(",")) if dash else (), entries)


def mark_hits(pair: Pair, tags: bool) -> Iterator[Hit]:
    """What is wrong with the tags, or with the other marks, of a text in which it is known what is one."""
    for fault in faults(pair):
        if fault.is_tag == tags:
            severity = Severity.ERROR if fault.breaks else Severity.WARNING
            yield Hit(fault.message, fault.span, fault.source_span, severity=severity)


def exchange_hits(pair: Pair, exchanged: Iterable[Exchange]) -> Iterable[Hit]:
    """Words that mean something else in the translation, and as notes those that were left out of it."""
    return _exchange_hits(pair, exchanged) if exchanged else ()


def _exchange_hits(pair: Pair, exchanged: Iterable[Exchange]) -> Iterator[Hit]:
    for old, new in exchanged:
        word = pair.source[slice(*old)]
        if new is None and left_out([old], pair):
            yield Hit(f"“{word}” is missing", source_span=old, severity=Severity.INFO)
        elif new is not None:
            yield Hit(f"“{word}” is “{pair.target[slice(*new)]}” here", new, old)


def mended(text: str, edits: Iterable[Edit]) -> str:
    """The text after these edits; one that overlaps an earlier one is left out."""
    parts = []
    here = 0
    for start, end, new in sorted(edits):
        if start >= here:
            parts += [text[here:start], new]
            here = end
    return "".join((*parts, text[here:]))


def _character(escape: re.Match[str]) -> str:
    return "\n" if escape[3] else chr(int(escape[1] or escape[2], 16))


def _check(name: str, module: ModuleType) -> Check:
    title, _, rest = (module.__doc__ or "").partition("\n")
    text = _EXAMPLE.sub("", rest).strip()
    rule = Rule(name, module.SEVERITY, title.strip().removesuffix("."), text)
    needs = getattr(module, "NEEDS", ())
    look = getattr(module, "check", None)
    return Check(
        rule,
        _where_known(look, needs) if look and needs else look,
        getattr(module, "check_entry", None),
        getattr(module, "check_catalogue", None),
        getattr(module, "check_languages", None),
        getattr(module, "SAFE", False),
        getattr(module, "RAW", False),
        getattr(module, "ALONE", False),
        needs,
        look,
    )


def _where_known(look: PairCheck, needs: Sequence[str]) -> PairCheck:
    """The same, of languages of which enough is known."""

    def known(pair: Pair) -> Iterable[Hit]:
        return look(pair) if all(knows(pair.language, need) for need in needs) else ()

    return known
