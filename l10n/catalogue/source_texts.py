"""What the msgids of a catalogue stand for: its source language, and the texts behind msgids that are keys.

A header names the language in `X-Source-Language`, which hardly any program writes: then all msgids together tell it.
A key's text is in its `#. Default: "…"`, or in the catalogue of the source language beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.keys import default, is_credit, is_key, may_be_key, parts
from l10n.catalogue.search import language_of, siblings
from l10n.documents import inline
from l10n.errors import L10nError, SourceLanguageError
from l10n.languages import LANGUAGES, PIVOT
from l10n.languages.codes import any_code, base, by_name
from l10n.model import Catalogue, Entry, Key
from l10n.text.language_id import identify


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """The source texts of one catalogue."""

    language: str
    """The base code."""
    told: bool = False
    """The texts or somebody tell the language, and not the catalogue itself, whose languages may be mixed up."""
    recognised: bool = False
    """Nothing but the texts tells the language, and it is another than one would expect."""
    keys: frozenset[Key] = frozenset()
    """Entries whose msgid is a key without a `Default`."""
    texts: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """What some of them stand for: a text, or singular and plural."""

    @property
    def recognised_language(self) -> str:
        """The language if it was recognised, else empty."""
        return self.language if self.recognised else ""

    def of(self, entry: Entry) -> Entry | None:
        """The entry with the texts to translate as msgid and msgid_plural; None if it has none, or nobody knows it."""
        if is_credit(entry):
            return None
        text = default(entry) if entry.extracted else ""
        if not text and not (self.keys and entry.key in self.keys):
            return entry
        known = (text,) if text else self.texts.get(entry.key)
        if known is None:
            return None
        return replace(entry, msgid=known[0], msgid_plural=known[-1] if entry.plural else None)

    def unknown(self, entry: Entry) -> bool:
        """It is a key, and nothing says what it stands for."""
        return entry.key in self.keys and entry.key not in self.texts and not is_credit(entry)


def source_texts(
    path: Path,
    catalogue: Catalogue,
    default: str,
    *,
    given: str | None = None,
    configured: str | None = None,
    stored: Sequence[Entry] | None = None,
) -> SourceTexts:
    """What this catalogue translates: from the language `given`, else the one of its header, else the `configured` one,
    else the one that its texts are in, else `default`.

    A catalogue of the source language beside it that cannot be read is as good as none. `stored` are the entries of a
    catalogue that does not have them itself.
    """
    own = "" if given else stated_language(catalogue)
    stated = given or own or configured or ""
    sources = key_texts(path, catalogue, stated, default, stored)
    told = sources.language or identify(_words(map(sources.of, _some(catalogue.entries if stored is None else stored))))
    recognised = bool(told) and not stated and told != default
    return replace(sources, language=told or default, told=bool(told) and not own, recognised=recognised)


def _words(entries: Iterable[Entry | None]) -> list[str]:
    """Their words: tags and addresses are in no language."""
    return [inline.words_of(entry, entry.msgid) for entry in entries if entry]


def check_languages(path: Path, target: str, sources: SourceTexts) -> None:
    """L10nError if the target language is not known; SourceLanguageError if it is the one of the sources.

    A catalogue of which that is known translates nothing: it is no error among others.
    """
    if not target:
        raise L10nError(f"{path}: no language", "write it into the header, as in: Language: ru")
    if target == sources.language:
        message = f"{path}: '{target}' is the source language"
        if sources.told:
            raise SourceLanguageError(message, "leave it out; if its msgids are in another language, say which: --from")
        raise L10nError(message, "set --from to the language of the msgids")


def key_texts(
    path: Path, catalogue: Catalogue, stated: str = "", fallback: str = "", stored: Sequence[Entry] | None = None
) -> SourceTexts:
    """What its keys stand for; without a language, unless it is stated or that of the catalogue which says so."""
    sources = SourceTexts(base(stated))
    entries = _Texts(catalogue.entries if stored is None else stored, {path.stem, catalogue.field("Domain")})
    if not any(is_key(entry.msgid) for entry in entries):
        return sources
    # Most keyed software is written in English first.
    codes = (sources.language,) if sources.language else (PIVOT, fallback)
    return _with_keys(sources, entries, _Location(path, base(language_of(path, catalogue)), codes))


def stated_language(catalogue: Catalogue) -> str:
    """What the header says the msgids are in, by code or by name; empty if it does not."""
    stated = catalogue.field("X-Source-Language").split("\n")[0].strip()
    code = base(stated)
    return code if code in LANGUAGES or any_code(code, rare=True) else by_name(stated)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The entries that are for texts, looked up anew each time: there may be more than memory holds."""

    entries: Iterable[Entry]
    names: Collection[str]
    """The program's own are no keys."""

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if not (is_credit(entry) or entry.msgid in self.names))


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How many msgids look like what."""

    entries: int
    keys: int
    defaults: int
    """Keys whose text stands in a comment."""
    texts: int
    """Those that cannot be keys."""
    several: int
    """Texts of several words."""

    @property
    def keyed(self) -> bool:
        """Half of the msgids look like keys, and hardly any other has several words: Open and Cancel say nothing."""
        return self.keys * 2 >= self.entries and self.several * 5 <= self.entries and self.keys > bool(self.texts)


@dataclass(frozen=True, slots=True)
class _Location:
    """Where a catalogue is, in which language, and from which languages it may be."""

    path: Path
    target: str
    codes: tuple[str, ...]


def _with_keys(sources: SourceTexts, entries: _Texts, location: _Location) -> SourceTexts:
    """The sources with the keys among the entries, their texts, and the language of the catalogue that has them."""
    shapes = _shapes(entries)
    keyed, custom = shapes.keyed, shapes.defaults * 2 >= shapes.keys
    candidates = {
        entry.key: _translated_as_text(entry)
        for entry in entries
        if (may_be_key if keyed else is_key)(entry.msgid) and not default(entry)
    }
    many = keyed or custom or shapes.keys * 5 >= shapes.entries
    language, texts = _beside(location, candidates.keys() if many else ())
    keys = {key for key, as_text in candidates.items() if keyed or custom or key in texts or as_text}
    return SourceTexts(sources.language or language, keys=frozenset(keys), texts=texts)


def _shapes(entries: Iterable[Entry]) -> _Shapes:
    count = keys = defaults = texts = several = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007
        if is_key(entry.msgid):
            keys += 1
            defaults += bool(default(entry))
        if not may_be_key(entry.msgid):
            texts += 1
            several += len(entry.msgid.split()) > 1
    return _Shapes(count, keys, defaults, texts, several)


def _translated_as_text(entry: Entry) -> bool:
    """The translation has more words than the msgid is made of: that is no text but the name of one."""
    least = max(_FEW, parts(entry.msgid) + 1)
    return "-" not in entry.msgid and any(len(text.split()) > least for text in entry.texts)


def _beside(location: _Location, wanted: Collection[Key]) -> tuple[str, dict[Key, tuple[str, ...]]]:
    """The language whose catalogue beside this one has most of the texts for its keys, the first of equals; and these.

    A catalogue of software that is written in keys may be the one of the source language itself.
    """
    best, best_texts = "", dict[Key, tuple[str, ...]]()
    for code in dict.fromkeys(location.codes) if wanted else ():
        for path in siblings(location.path, location.target, code):
            texts = dict(_texts(path, wanted))
            if len(texts) > len(best_texts):
                best, best_texts = code, texts
    return best, best_texts


def _texts(path: Path, wanted: Collection[Key]) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """What the catalogue says that these keys stand for."""
    try:
        entries = po.read(path).active
    except L10nError:
        return
    for entry in entries:
        usable = not entry.fuzzy and entry.key in wanted
        if usable and entry.complete and entry.msgid not in entry.texts:
            yield entry.key, entry.texts


def _some(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Entries from all over the catalogue, as many as tell the language."""
    return entries[:: max(1, len(entries) // _SAMPLE)]


_SAMPLE = 400
_FEW = 2
"""So many words may a technical name be translated with: README.md, the file README.md."""
