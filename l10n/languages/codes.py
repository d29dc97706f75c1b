"""What codes, names of files and names of languages mean, and what is said to one that means none of ours."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from l10n.errors import L10nError
from l10n.languages.record import Language
from l10n.languages.table import LANGUAGES, PIVOT, ordered, record

_TAG = re.compile(
    r"""(?P<lang>[a-z]{2,3}) (?:[-_](?P<script>[a-z]{4}))? (?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?
    (?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*          # variants, as in de-1996
    (?:[-_][a-z0-9](?:[-_][a-z0-9]{2,8})+)*              # extensions, as in de-u-co-phonebk
    (?:\.[a-z0-9_-]+)? (?:@(?P<modifier>[a-z0-9]+))?     # charset and modifier, as in ru_RU.UTF-8, sr@latin""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_PLAIN = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{2,4})*(@[a-z]+)?")
"""A code of which it is clear that it is one: without variants, extensions and charset."""
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}
"""By the modifier of a POSIX locale's name."""
_ALIKE = 0.7
"""As difflib measures it: enough for a slip, too little for another language."""
_NAME = 4
"""Letters of something that may be a name with a slip, and no code."""
_POSIX = "en"
"""What a program without a locale speaks."""
_ARGOS = {"pb": "pt_BR", "zt": "zh_Hant"}
"""Codes of Argos's own; its others are those of BCP 47."""
_MACROLANGUAGES = {"no": "nb"}
"""Codes of several languages, and the one whose texts have them."""
_VARIETIES = frozenset({"pt_BR"})
"""Countries' varieties that engines and translators take for languages of their own."""
_NO_LANGUAGE = frozenset({"mul", "root", "und", "zxx"})
_LIST = "all languages: l10n languages"


def base(lang: str) -> str:
    """The language without its country: `es` of `es_MX`, but `pt_BR`, `zh_Hant` of `zh_TW`, `az_Arab` of `az_IR`.

    An unusual script stays, so that its texts are not taken for those in the usual one.
    """
    return ours(lang) or _subtags(lang) or re.split("[_@.-]", lang.strip())[0].lower()


def related(code: str, other: str) -> bool:
    """Both mean one language, whatever the country: pt and pt_BR."""
    plain = [lang.partition("_")[0] if lang in _VARIETIES else lang for lang in (base(code), base(other))]
    return plain[0] == plain[1]


def meant(code: str) -> str:
    """The code of the language that a code means, as headers have it: `fr`, `pt_BR`, `zh_Hant`; empty if none.

    It reads BCP 47 tags (`uk-UA`, `az-Latn-AZ`), ISO 639-2 and 639-3 (`ger`, `deu`; aliases of CLDR), names of POSIX
    locales (`ru_RU.UTF-8`) and Argos's codes (`pb`, `zt`), in any case. A language is what CLDR has a name of; our
    languages in another script mean none: `az-Cyrl`, `az-IR`, `uk@latin`.
    """
    return ours(code) or _other(code)


def requested(code: str) -> str:
    """The code of a language that somebody asks for: what `meant` takes, and any of ISO 639-3, in any script.

    Too many for names of files and columns, where three letters are often a word.
    """
    return meant(code) or _rare(code)


@cache
def _rare(code: str) -> str:
    """A language of which CLDR has no texts: it knows a script of it, and it may have others."""
    from babel import Locale, localedata
    from babel.core import get_global

    lang, _, script = (subtags := _subtags(code)).partition("_")
    known = lang in get_global("likely_subtags") and not localedata.exists(lang) and lang not in _NO_LANGUAGE
    return subtags if known and (not script or script in Locale(PIVOT).scripts) else ""


def ours(code: str) -> str:
    """The code if it means a language that is known in full, else empty."""
    if code in LANGUAGES:
        return code
    lang = _subtags(code)
    return lang if lang in LANGUAGES else ""


@cache
def _other(code: str) -> str:
    lang, _, script = (subtags := _subtags(code)).partition("_")
    if not lang or lang in _NO_LANGUAGE or (script and lang in LANGUAGES):
        return ""
    from babel import Locale, localedata

    known = lang in Locale(PIVOT).languages
    return subtags if known and (not script or localedata.exists(subtags)) else ""


@cache
def offered() -> tuple[str, ...]:
    """The languages that Argos has packages for, those that are known in full first."""
    return tuple(ordered(map(meant, _argos())))


@cache
def every() -> tuple[str, ...]:
    """The languages that CLDR has a name of, those that are known in full first."""
    from babel import Locale

    codes = (code for code in map(meant, Locale(PIVOT).languages) if code)
    return tuple(ordered({*codes, *offered()}))


def _argos() -> list[str]:
    lines = files("l10n.languages").joinpath("data", "argos.txt").read_text("utf-8").splitlines()
    return [code for line in lines for code in line.partition("#")[0].split()]


def told(name: str) -> str:
    """Our code of the language that a folder, or a part of a file's name, is called by: `uk`, `uk_UA`; else empty.

    Two languages of ours are no language and its country: `de-ru` is a pair.
    """
    first, _, second = name.replace("-", "_").partition("_")
    pair = second in LANGUAGES and second != first
    return ours(name) if _PLAIN.fullmatch(name) and not pair else ""


@cache
def any_code(name: str, rare: bool = False) -> str:
    """The language that a file or folder is called by, as a header has it (`pl`, `pt_BR`); else empty.

    The charset of a POSIX locale is left out: `cs` of `cs.cp1250`. As `to-do` and `new` are words, a country that CLDR
    does not have with the language counts in capitals only, and a language of which it has but a name if `rare`.
    """
    code, dot, charset = name.partition(".")
    if not _PLAIN.fullmatch(code) or not _subtags(code) or (dot and not _is_charset(charset)):
        return ""
    from babel import Locale, UnknownLocaleError, localedata

    code = code.replace("-", "_")
    try:
        Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        lang, _, country = code.partition("_")
        named = rare and lang in Locale(PIVOT).languages
        return code if (named or localedata.exists(lang)) and (country.isupper() or code == lang) else ""
    return code


def _is_charset(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def language(code: str) -> Language:
    """The language that somebody asks for by a code; L10nError names the nearest of the known codes."""
    if known := requested(code):
        return record(known)
    raise L10nError(f"unknown language '{code}'", _advice(code))


@cache
def _subtags(code: str) -> str:
    """Language, and the script unless it is the usual one of this language; empty if it is no code at all."""
    tag = _TAG.fullmatch(_ARGOS.get(code.strip().lower(), code.strip()))
    if not tag:
        return ""
    from babel.core import get_global

    aliases, likely = get_global("language_aliases"), get_global("likely_subtags")
    lang, _, own_script = aliases.get(tag["lang"].lower(), tag["lang"].lower()).partition("_")
    lang = _MACROLANGUAGES.get(lang, lang)
    region = (tag["region"] or "").upper()
    _, usual, _ = likely.get(lang, "__").split("_")
    _, local, _ = likely.get(f"{lang}_{region}", f"_{usual}_").split("_")
    script = (tag["script"] or _SCRIPTS.get((tag["modifier"] or "").lower()) or own_script or local).title()
    if script != usual:
        return f"{lang}_{script}"
    return f"{lang}_{region}" if f"{lang}_{region}" in _VARIETIES else lang


def script(code: str) -> str:
    """The script (ISO 15924) that a language is written in: `Cyrl`; empty if nobody knows."""
    from babel.core import get_global

    lang, _, given = _subtags(code).partition("_")
    if given.istitle() or not lang:  # not a country's
        return given
    return str(get_global("likely_subtags").get(lang, "__")).split("_")[1]  # another one would be given


def tags(code: str) -> tuple[str, ...]:
    """What others call a language: `de`, `deu`, `ger`, and each with the script, `deu_Latn`; as CLDR's aliases say."""
    from babel.core import get_global

    lang, letters = _subtags(code).partition("_")[0] or code, script(code)
    known = [alias for alias, own in get_global("language_aliases").items() if own == lang and alias.isalpha()]
    plain = dict.fromkeys((code, lang, *sorted(known)))
    return (*plain, *(f"{name}_{letters}" for name in plain if letters and "_" not in name))


def by_name(name: str) -> str:
    """The code of the language that is called so, in English or in itself; empty if none is. C is POSIX's English."""
    if name in {"C", "POSIX"}:
        return _POSIX
    lower = name.lower()
    return _own_names().get(lower) or (names().get(lower, "") if lower else "")


@cache
def _own_names() -> Mapping[str, str]:
    """Codes by what our languages are called in English and call themselves: CLDR need not be read for them."""
    return {name.lower(): code for code, known in LANGUAGES.items() for name in (known.name, known.own_name)}


@cache
def names() -> Mapping[str, str]:
    """Codes by what languages are called in English, and what ours call themselves, in lower case."""
    from babel import Locale

    english = {str(name).lower(): meant(code) for code, name in Locale(PIVOT).languages.items()}
    return {**{name: code for name, code in english.items() if code}, **_own_names()}


@cache
def codes_by_name() -> Mapping[str, str]:
    """Codes by what our languages call all and they themselves, in lower case: german, deutsch, немецкий."""
    from babel import Locale

    called = {
        str(name).lower(): code
        for speaker in LANGUAGES
        for tag, name in Locale(speaker).languages.items()
        if (code := meant(tag))
    }
    return {**called, **names()}


def _advice(code: str) -> str:
    lang, _, script = _subtags(code).partition("_")
    if script and lang in LANGUAGES:
        return f"l10n knows {LANGUAGES[lang].name} in {_script_of(lang)} letters: {lang}"
    near = _near(code)
    return f"did you mean '{near}' ({record(near).name})? {_LIST}" if near else _LIST


def _script_of(lang: str) -> str:
    """What the usual script of this language is called in English."""
    from babel import Locale
    from babel.core import get_global

    return str(Locale(PIVOT).scripts[get_global("likely_subtags")[lang].split("_")[1]])


def _near(code: str) -> str:
    """What somebody may have meant by a country (`ua`, `jp`) or a name (`German`, `Deutsch`); empty if nothing is."""
    from babel.core import get_global

    if spoken := meant(get_global("likely_subtags").get(f"und_{code.upper()}", "").split("_")[0]):
        return spoken
    if len(code) < _NAME:
        return ""
    called = {**{record(offer).own_name.lower(): offer for offer in offered()}, **names()}
    closest = difflib.get_close_matches(code.lower(), called, 1, _ALIKE)
    return called[closest[0]] if closest else ""
