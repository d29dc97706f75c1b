"""What codes, names of files and names of languages mean, and what is said to one that means none of ours."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Mapping
from functools import cache

from l10n.errors import L10nError
from l10n.languages.record import Language
from l10n.languages.table import LANGUAGES, PIVOT

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
_POSIX = "en"
"""What a program without a locale speaks."""


def base(lang: str) -> str:
    """The language without its country: our code if it is one of ours, else `pt` of `pt_BR`, `az_Arab` of `az_Arab_IR`.

    A script in which we do not know the language stays, so that its texts are not taken for ours.
    """
    if code := meant(lang):
        return code
    code, script = _subtags(lang)
    if code in LANGUAGES:
        return f"{code}_{script}"
    return code or re.split("[_@.-]", lang.strip())[0].lower()


def meant(code: str) -> str:
    """Our code of the language that a code means; empty if it is none of ours.

    It reads BCP 47 tags (`uk-UA`, `az-Latn-AZ`), ISO 639-2 and 639-3 (`ger`, `deu`; aliases of CLDR) and names of POSIX
    locales (`ru_RU.UTF-8`), in any case. Other scripts than ours mean none: `az-Cyrl`, `az-IR`, `uk@latin`.
    """
    if code in LANGUAGES:
        return code
    lang, script = _subtags(code)
    return lang if lang in LANGUAGES and not script else ""


def told(name: str) -> str:
    """Our code of the language that a folder, or a part of a file's name, is called by: `uk`, `uk_UA`; else empty.

    Two languages of ours are no language and its country: `de-ru` is a pair.
    """
    first, _, second = name.replace("-", "_").partition("_")
    pair = second in LANGUAGES and second != first
    return meant(name) if _PLAIN.fullmatch(name) and not pair else ""


@cache
def any_code(name: str, rare: bool = False) -> str:
    """The language that a file or folder is called by, as a header has it (`pl`, `pt_BR`); else empty.

    The charset of a POSIX locale is left out: `cs` of `cs.cp1250`. As `to-do` and `new` are words, a country that CLDR
    does not have with the language counts in capitals only, and a language of which it has but a name if `rare`.
    """
    code, dot, charset = name.partition(".")
    if not _PLAIN.fullmatch(code) or not _subtags(code)[0] or (dot and not _is_charset(charset)):
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
    """The language that a code means; L10nError names the nearest of the known codes."""
    if known := meant(code):
        return LANGUAGES[known]
    raise L10nError(f"unknown language '{code}'", _advice(code))


def _subtags(code: str) -> tuple[str, str]:
    """Language, and the script unless it is the usual one of this language; empty if it is no code at all."""
    tag = _TAG.fullmatch(code.strip())
    if not tag:
        return "", ""
    from babel.core import get_global

    aliases, likely = get_global("language_aliases"), get_global("likely_subtags")
    lang = aliases.get(tag["lang"].lower(), tag["lang"].lower())
    _, usual, _ = likely.get(lang, "__").split("_")
    _, local, _ = likely.get(f"{lang}_{(tag['region'] or '').upper()}", f"_{usual}_").split("_")
    script = (tag["script"] or _SCRIPTS.get((tag["modifier"] or "").lower()) or local).title()
    return lang, "" if script == usual else script


def script(code: str) -> str:
    """The script (ISO 15924) that a language is written in: `Cyrl`; empty if nobody knows."""
    from babel.core import get_global

    lang, given = _subtags(code)
    if given or not lang:
        return given
    likely = get_global("likely_subtags")
    tag = _TAG.fullmatch(code.strip())
    region = f"{lang}_{(tag['region'] or '').upper()}" if tag else lang
    return str(likely.get(region, likely.get(lang, "__"))).split("_")[1]


def tags(code: str) -> tuple[str, ...]:
    """What others call a language: `de`, `deu`, `ger`, and each with the script, `deu_Latn`; as CLDR's aliases say."""
    from babel.core import get_global

    lang, letters = _subtags(code)[0] or code, script(code)
    known = [alias for alias, own in get_global("language_aliases").items() if own == lang and alias.isalpha()]
    plain = dict.fromkeys((code, lang, *sorted(known)))
    return (*plain, *(f"{name}_{letters}" for name in plain if letters and "_" not in name))


def by_name(name: str) -> str:
    """Our code of the language that is called so, in English or in itself; empty if none is. C is POSIX's English."""
    return _own_names().get(name.lower(), _POSIX if name in {"C", "POSIX"} else "")


@cache
def _own_names() -> Mapping[str, str]:
    """Our codes by what our languages are called in English and call themselves, in lower case."""
    return {name.lower(): code for code, known in LANGUAGES.items() for name in (known.name, known.own_name)}


@cache
def codes_by_name() -> Mapping[str, str]:
    """Our codes by what our languages call each other and themselves, in lower case: german, deutsch, немецкий."""
    from babel import Locale

    called = {
        str(Locale(speaker).languages[code]).lower(): code
        for speaker in LANGUAGES
        for code in LANGUAGES
        if code in Locale(speaker).languages
    }
    return {**called, **_own_names()}


def _advice(code: str) -> str:
    lang, script = _subtags(code)
    if script and lang in LANGUAGES:
        return f"l10n knows {LANGUAGES[lang].name} in {_script_of(lang)} letters: {lang}"
    known = f"known languages: {', '.join(LANGUAGES)}"
    near = _near(code)
    return f"did you mean '{near}' ({LANGUAGES[near].name})? {known}" if near else known


def _script_of(lang: str) -> str:
    """What the usual script of this language is called in English."""
    from babel import Locale
    from babel.core import get_global

    return str(Locale(PIVOT).scripts[get_global("likely_subtags")[lang].split("_")[1]])


def _near(code: str) -> str:
    """Ours that somebody may have meant by a country (`ua`) or a name (`German`, `Deutsch`); empty if there is none."""
    from babel.core import get_global

    spoken = get_global("likely_subtags").get(f"und_{code.upper()}", "").split("_")[0]
    if spoken in LANGUAGES:
        return str(spoken)
    closest = difflib.get_close_matches(code.lower(), _own_names(), 1, _ALIKE)
    return _own_names()[closest[0]] if closest else ""
