"""How well forms of a term are recognised: our suffix rules against a stemmer and a lemmatizer.

    python -m tests.benchmarks.inflection DATA

DATA has `professional/flores200_devtest.tsv.gz`. Needs snowballstemmer and simplemma, which l10n does not. Every word
of the sentences is put to every term of TERMS; which words are forms of it was judged by hand and is written there as a
pattern, with a second one for what may pass for it (an adjective made of a name) and counts neither way. The second
table asks the same of the catalogues of the seed article. Prints Markdown tables.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from l10n import glossary
from l10n.catalogue import po
from l10n.glossary import Glossary
from l10n.text.inflection import pattern, present
from tests.conftest import ROOT

_IA = "(?:[яию]|ей|єю)"
TERMS = {
    "de": {
        "Russland": ("russlands?", ""),
        "China": ("chinas?", ""),
        "Indien": ("indiens?", ""),
        "Europa": ("europas?", ""),
        "Afrika": ("afrikas?", ""),
        "Deutschland": ("deutschlands?", ""),
        "Frankreich": ("frankreichs?", ""),
        "Präsident": ("präsident(?:en)?", ""),
        "Regierung": ("regierung(?:en)?", ""),
        "Krieg": ("krieg(?:es?|s|en)?", ""),
        "Land": ("land(?:e?s|e)?|ländern?", ""),
        "Universität": ("universität(?:en)?", ""),
        "Gesetz": ("gesetz(?:e[ns]?)?", ""),
        "Vogel": ("vogels?|vögeln?", ""),
        "Wissenschaftler": ("wissenschaftler[ns]?", ""),
        "Sprache": ("sprachen?", ""),
    },
    "en": {
        "Russia": ("russia(?:['’]s)?", "russians?"),
        "China": ("china(?:['’]s)?", "chinese"),
        "India": ("india(?:['’]s)?", "indians?"),
        "Europe": ("europe(?:['’]s)?", "europeans?"),
        "Africa": ("africa(?:['’]s)?", "africans?"),
        "Germany": ("germany(?:['’]s)?", "germans?"),
        "France": ("france(?:['’]s)?", "french"),
        "president": ("presidents?(?:['’]s)?", "presidential"),
        "government": ("governments?(?:['’]s)?", "governmental"),
        "war": ("wars?", "wartime"),
        "country": ("country|countries|country['’]s", ""),
        "university": ("university|universities", ""),
        "law": ("laws?", "lawful"),
        "bird": ("birds?", ""),
        "scientist": ("scientists?", ""),
        "language": ("languages?", ""),
    },
    "ru": {
        "Россия": (f"росси{_IA}", "российск.*"),
        "Китай": ("кита(?:[йяюе]|ем)", "китайск.*"),
        "Индия": (f"инди{_IA}", "индийск.*"),
        "Европа": ("европ(?:[аеуы]|ой)", "европейск.*"),
        "Африка": ("африк(?:[аеуи]|ой)", "африканск.*"),
        "Германия": (f"германи{_IA}", "германск.*"),
        "Франция": (f"франци{_IA}", "французск.*"),
        "президент": ("президент(?:[ауеы]|о[мв]|ам|ами|ах)?", "президентск.*"),
        "правительство": ("правительств(?:[оауе]|ом|ам|ами|ах)?", "правительственн.*"),
        "война": ("войн(?:[ауеы]|ой|ам|ами|ах)?", ""),
        "страна": ("стран(?:[ауеы]|ой|ам|ами|ах)?", ""),
        "университет": ("университет(?:[ауеы]|о[мв]|ам|ами|ах)?", "университетск.*"),
        "закон": ("закон(?:[ауеы]|о[мв]|ам|ами|ах)?", "законн.*"),
        "птица": ("птиц(?:[ауеы]|ей|ам|ами|ах)?", "птич.*"),
        "учёный": ("уч[её]н(?:ый|ого|ому|ым|ом|ые|ых|ыми)", ""),
        "язык": ("язык(?:[ауеи]|о[мв]|ам|ами|ах)?", "языков.+"),
    },
    "uk": {
        "Росія": ("росі(?:[яїю]|єю)", "російськ.*"),
        "Китай": ("кита(?:[йюяї]|єм)", "китайськ.*"),
        "Індія": ("інді(?:[яїю]|єю)", "індійськ.*"),
        "Європа": ("європ(?:[аиіу]|ою)", "європейськ.*"),
        "Африка": ("афри(?:ка|ки|ку|кою|ці)", "африканськ.*"),
        "Німеччина": ("німеччин(?:[аиіу]|ою)", ""),
        "Франція": ("франці(?:[яїю]|єю)", "французьк.*"),
        "президент": ("президент(?:[ауеиі]|ові|ом|ів|ам|ами|ах)?", "президентськ.*"),
        "уряд": ("уряд(?:[уиі]|ові|ом|ів|ам|ами|ах)?", "урядов.+"),
        "війна": ("війн(?:[аиіу]|ою|ам|ами|ах)|воєн", ""),
        "країна": ("країн(?:[аиіу]|ою|ам|ами|ах)?", ""),
        "університет": ("університет(?:[уиі]|ом|ів|ам|ами|ах)?", "університетськ.*"),
        "закон": ("закон(?:[уиі]|ом|ів|ам|ами|ах)?", "законн.*"),
        "птах": ("птах(?:[ауиі]|ом|ів|ам|ами|ах)?", "пташин.*"),
        "науковець": ("науков(?:ець|ц[яюів]|цем|ців|цям|цями|цях)", ""),
        "мова": ("мов(?:[аиіу]|ою|ам|ами|ах)?", "мовн.*"),
    },
    "az": {
        "Rusiya": (r"rusiya\w*", ""),
        "Çin": ("çin(?:i|in|ə|də|dən|dir)?", "çinli.*"),
        "Hindistan": (r"hindistan\w*", ""),
        "Avropa": (r"avropa(?!lı)\w*", "avropalı.*"),
        "Afrika": (r"afrika\w*", ""),
        "Almaniya": (r"almaniya\w*", ""),
        "Fransa": (r"fransa\w*", ""),
        "prezident": (r"prezident(?!li)\w*", "prezidentli.*"),
        "hökumət": (r"hökumət\w*", ""),
        "müharibə": (r"müharibə\w*", ""),
        "ölkə": (r"ölkə\w*", ""),
        "universitet": (r"universitet\w*", ""),
        "qanun": ("qanun(?!i|suz|ver)\\w*", "qanuni"),
        "quş": (r"quş\w*", ""),
        "alim": (r"alim\w*", ""),
        "dil": ("dil(?!anla|lonun|li)\\w*", "dilli"),
    },
}
"""Of each language: a term, its forms, and words that are made of it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")

Matches = Callable[[str, str, str], bool]
"""Whether a word is a form of a term in a language."""


def suffix_rules(word: str, term: str, lang: str) -> bool:
    """As l10n has them."""
    return pattern(term, lang, False).fullmatch(word) is not None


def equal(word: str, term: str, lang: str) -> bool:
    """No inflection at all."""
    return word.lower() == term.lower()


def snowball(word: str, term: str, lang: str) -> bool:
    """The same stem; for Azerbaijani that of Turkish, which is the nearest that there is."""
    return _stem(word, lang) == _stem(term, lang)


def simplemma(word: str, term: str, lang: str) -> bool:
    """The same lemma."""
    return _lemma(word, lang) == _lemma(term, lang)


METHODS: dict[str, tuple[Matches, frozenset[str]]] = {
    "equal words": (equal, frozenset(TERMS)),
    "suffix rules": (suffix_rules, frozenset(TERMS)),
    "snowballstemmer": (snowball, frozenset({"de", "en", "ru", "az"})),
    "simplemma": (simplemma, frozenset({"de", "en", "ru", "uk"})),
}
_STEMMERS = {"de": "german", "en": "english", "ru": "russian", "az": "turkish"}


@lru_cache(None)
def _stemmer(lang: str) -> Callable[[str], str]:
    stem: Callable[[str], str] = importlib.import_module("snowballstemmer").stemmer(_STEMMERS[lang]).stemWord
    return stem


@lru_cache(None)
def _stem(word: str, lang: str) -> str:
    return _stemmer(lang)(re.sub("['’]s$", "", word.lower()))


@lru_cache(None)
def _lemma(word: str, lang: str) -> str:
    return str(importlib.import_module("simplemma").lemmatize(re.sub("['’]s$", "", word), lang)).lower()


def sentences(path: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Each language with its words."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        header, *lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    for place, lang in enumerate(header):
        yield lang, Counter(word for line in lines for word in _WORD.findall(line[place]))


def judged(words: Counter[str], lang: str, matches: Matches) -> tuple[int, int, int]:
    """Occurrences of the terms, how many of them are found, and how many other words are taken for them."""
    true = found = wrong = 0
    for term, (forms, kin) in TERMS[lang].items():
        for word, count in words.items():
            is_form = re.fullmatch(forms, word, re.IGNORECASE) is not None
            hit = matches(word, term, lang)
            true += is_form * count
            found += (is_form and hit) * count
            wrong += (hit and not is_form and not re.fullmatch(kin, word, re.IGNORECASE)) * count
    return true, found, wrong


def article(matches: Matches, lang: str) -> tuple[int, int]:
    """Translations of the seed article whose source has a term, and in how many the term is found."""
    terms: Glossary = glossary.read(ROOT / "seeds" / "glossary.csv")
    path = next((ROOT / "locales" / lang / "LC_MESSAGES").glob("*.po"))
    total = found = 0
    for entry in po.read(path).entries:
        for one in {id(one.term): one.term for one in terms.find(entry.msgid, "de")}.values():
            total += 1
            found += any(_has(entry.msgstr, word, lang, matches) for word in one.words[lang])
    return total, found


def _has(text: str, phrase: str, lang: str, matches: Matches) -> bool:
    if matches is suffix_rules:
        return present(phrase, text, lang) is not None
    words = _WORD.findall(text)
    return all(any(matches(word, part, lang) for word in words) for part in _WORD.findall(phrase))


def main(data: Path) -> None:
    """Both tables."""
    print("| language | method | occurrences | found | wrong |\n|---|---|---:|---:|---:|")  # noqa: T201
    for lang, words in sentences(data / "professional" / "flores200_devtest.tsv.gz"):
        for name, (matches, known) in METHODS.items():
            if lang in known:
                true, found, wrong = judged(words, lang, matches)
                print(f"| {lang} | {name} | {true} | {found} ({found / true:.0%}) | {wrong} |")  # noqa: T201
    print("\n| language | method | terms in translations | found |\n|---|---|---:|---:|")  # noqa: T201
    for lang in ("en", "ru", "uk", "az"):
        for name, (matches, known) in METHODS.items():
            if lang in known:
                total, found = article(matches, lang)
                print(f"| {lang} | {name} | {total} | {found} ({found / total:.0%}) |")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
