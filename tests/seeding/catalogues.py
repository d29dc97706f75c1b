"""Errors of a whole catalogue: drafts nobody read, plural forms, the header, one source with two translations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.languages import LANGUAGES
from l10n.model import Catalogue, Draft, Entry, Key, Leg
from tests.seeding.texts import one_of

HEADER: Key = (None, "")
"""What findings about the header have for an entry's key."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A good catalogue to be spoiled."""

    catalogue: Catalogue
    language: str
    variants: Mapping[str, str] = field(default_factory=dict)
    """By msgid: another translation that somebody else might have written."""


@dataclass(frozen=True, slots=True)
class Spoiled:
    """The catalogue with one error."""

    catalogue: Catalogue
    keys: frozenset[Key]
    """The error is found if one of these is reported."""


CatalogueSeed = Callable[[Volume, Random], Spoiled | None]


@dataclass(frozen=True, slots=True)
class CatalogueKind:
    """A kind of error that one segment's text does not show."""

    name: str
    checks: frozenset[str]
    seed: CatalogueSeed


def spoiled(kind: CatalogueKind, volume: Volume, rng: Random) -> Spoiled | None:
    """The catalogue with one error of this kind, never the good one; None if there is no opportunity."""
    result = kind.seed(volume, rng)
    return None if result is None or result.catalogue == volume.catalogue else result


def _changed(volume: Volume, old: Entry, new: Entry) -> Spoiled:
    entries = tuple(new if entry is old else entry for entry in volume.catalogue.entries)
    return Spoiled(replace(volume.catalogue, entries=entries), frozenset({new.key}))


def _translated(volume: Volume) -> list[Entry]:
    return [entry for entry in volume.catalogue.entries if entry.msgstr and not entry.fuzzy and not entry.obsolete]


def _unread(volume: Volume, rng: Random) -> Spoiled | None:
    """Somebody took the flag off a draft and changed nothing."""
    entry = one_of(rng, _translated(volume))
    if entry is None:
        return None
    draft = Draft("argos", (Leg(f"de-{volume.language}-1.0", entry.msgstr, round(-rng.random(), 2)),))
    return _changed(volume, entry, replace(drafted(entry, draft), flags=entry.flags))


def _two_translations(volume: Volume, rng: Random) -> Spoiled | None:
    """The same source occurs once more, and somebody else has translated it."""
    entry = one_of(rng, [entry for entry in _translated(volume) if volume.variants.get(entry.msgid)])
    if entry is None:
        return None
    again = replace(entry, msgstr=volume.variants[entry.msgid], msgctxt="2", comments=())
    catalogue = replace(volume.catalogue, entries=(*volume.catalogue.entries, again))
    return Spoiled(catalogue, frozenset({entry.key, again.key}))


def _plurals(volume: Volume) -> list[Entry]:
    return [entry for entry in volume.catalogue.entries if all(entry.msgstr_plural) and len(entry.msgstr_plural) > 1]


def _form_missing(volume: Volume, rng: Random) -> Spoiled | None:
    entry = one_of(rng, _plurals(volume))
    return _changed(volume, entry, replace(entry, msgstr_plural=entry.msgstr_plural[:-1])) if entry else None


def _form_empty(volume: Volume, rng: Random) -> Spoiled | None:
    """Not the first: without it the whole entry counts as untranslated."""
    entry = one_of(rng, _plurals(volume))
    if entry is None:
        return None
    empty = rng.randrange(1, len(entry.msgstr_plural))
    forms = tuple("" if place == empty else form for place, form in enumerate(entry.msgstr_plural))
    return _changed(volume, entry, replace(entry, msgstr_plural=forms))


def _with_field(volume: Volume, name: str, value: str | None) -> Spoiled | None:
    """The header with another value of a field that it has; None takes the field out."""
    header = volume.catalogue.header
    if name not in dict(header):
        return None
    fields = tuple((key, old if key != name else value) for key, old in header)
    kept = tuple((key, text) for key, text in fields if text is not None)
    return Spoiled(replace(volume.catalogue, header=kept), frozenset({HEADER}))


def _language_missing(volume: Volume, rng: Random) -> Spoiled | None:
    return _with_field(volume, "Language", rng.choice((None, "")))


def _language_wrong(volume: Volume, rng: Random) -> Spoiled | None:
    return _with_field(volume, "Language", rng.choice([code for code in LANGUAGES if code != volume.language]))


def _charset_wrong(volume: Volume, rng: Random) -> Spoiled | None:
    """`l10n.catalogue.po.write` would put it right: write such a file with `serialize`."""
    charset = rng.choice(("ISO-8859-1", "CHARSET", "windows-1251"))
    return _with_field(volume, "Content-Type", f"text/plain; charset={charset}")


def _plural_forms_missing(volume: Volume, rng: Random) -> Spoiled | None:
    """Only where there are plural entries: gettext asks for the field there alone."""
    return _with_field(volume, "Plural-Forms", rng.choice((None, ""))) if _plurals(volume) else None


def _plural_forms_wrong(volume: Volume, rng: Random) -> Spoiled | None:
    """Another language's, or the template's."""
    own = LANGUAGES[volume.language].plural_forms
    others = sorted({language.plural_forms for language in LANGUAGES.values()} - {own})
    template = "nplurals=INTEGER; plural=EXPRESSION;"
    return _with_field(volume, "Plural-Forms", rng.choice((*others, template))) if _plurals(volume) else None


def _fuzzy_header(volume: Volume, rng: Random) -> Spoiled:
    """As msginit's template has it; msgfmt then ignores the header."""
    return Spoiled(replace(volume.catalogue, flags=("fuzzy",)), frozenset({HEADER}))


def _kind(name: str, checks: str, seed: CatalogueSeed) -> CatalogueKind:
    return CatalogueKind(name, frozenset(checks.split()), seed)


CATALOGUE_KINDS = (
    _kind("draft-unread", "unread", _unread),
    _kind("two-translations", "consistency", _two_translations),
    _kind("plural-form-missing", "plural-forms", _form_missing),
    _kind("plural-form-empty", "plural-forms", _form_empty),
    _kind("header-language-missing", "header", _language_missing),
    _kind("header-language-wrong", "header", _language_wrong),
    _kind("header-charset-wrong", "header", _charset_wrong),
    _kind("header-plural-forms-missing", "header plural-forms", _plural_forms_missing),
    _kind("header-plural-forms-wrong", "header plural-forms", _plural_forms_wrong),
    _kind("header-fuzzy", "header", _fuzzy_header),
)
