"""The end mark differs.

A question stays a question, and a sentence without its end mark may have been cut off. Where a source of a few words
has no end mark, or lost its full stop, it may be a heading or a label, and that is a matter of custom: a note, one for
the catalogue where many have got a full stop. So is a full stop for an exclamation mark, or for the colon before a
list, and in texts of programs a full stop that is lost or a colon, and the semicolon of a list. A question for a
statement is a note, too: what one language tells or asks for politely, another one asks.

Bad:  Kommt er? | He is coming.
Bad:  Er kommt. | He is coming
Bad ru: Er kommt! | Он идет.
Bad:  Neue Partner | New partners.
Good: Er sagte: „Ich komme.“ | He said: “I'm coming.”
Good ru: Er sagte: „Ich komme.“ | Он сказал: «Я приду».
Good: Er kommt … | He is coming...
Good: Anleitung von &ding; | &thing; manual
Good: Er kommt.&nbsp; | He is coming.
Good en-de: files, folders etc. | Dateien, Ordner (…)
Good az: Er fragte: „Kommst du?“ | “Gəlirsən?” – deyə soruşdu.
Good uk: „Nun“, sagte er. | «Ну, – сказав він. –
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.end_marks import CLOSERS
from l10n.pairs.pair import Pair

SEVERITY = Severity.WARNING
NEEDS = ("typography",)

_TO_LATIN = str.maketrans("。．！？：；，」』）》】؟؛،।۔", "..!?:;,””)»]?;,..")
"""The marks of Chinese, Japanese, Arabic, Urdu and Hindi, as those that mean the same."""
_OTHERS = frozenset(map(chr, _TO_LATIN))
_NAMES = {"": "no end mark", ".": "a full stop", "?": "a question mark", "!": "an exclamation mark", "…": "an ellipsis",
          ":": "a colon", ";": "a semicolon", ",": "a comma"}  # fmt: skip
_ABBREVIATION = re.compile(
    r"(?:(?<![.\d])\d{1,3}|\b\w\.\s?\w|\b(?:usw|etc|bzw|ca|Nr|Dr|Prof|Mio|Mrd|Tsd|Chr|Jh|Inc|Co|Corp|Ltd|Jr|Sr|St|vs|No|"
    r"approx|др|пр|гг?|руб|тыс|млн|млрд|чел|см|рр?|грн|тис|стор|və s|min|mln|mlrd|[A-ZА-ЯƏ]))\.$"
)
_ETC = re.compile(r"\b(?:etc|usw|ff|т\.\s?[дп]|др|пр|və s|і т\.\s?[дп])$")
"""What an ellipsis says as well, before its full stop."""
_LABEL = frozenset(".:…")
"""What whole catalogues add to texts without an end mark."""
_TONED_DOWN = frozenset("!:")
"""What languages have less often than others, and a full stop instead: exclamations, and a colon before a list."""
_DROPPED = frozenset(".!;")
"""What translators of programs leave out at the end of messages and items of lists."""
_LISTED = frozenset("?;")
"""What they add to labels and items of lists."""
_SPOKEN = frozenset("?!")
_QUOTES = frozenset("\"'“”»’")
_SENTENCE = 5
"""Words from which a text that ends with a full stop is no heading and no label."""
_INTERRUPTED = re.compile(r"(?<=[,.!?…])[\"”»“]?[ \u00a0][–—-]$")
"""Speech goes on in the next segment: «Да, — сказал он. —"""
_ENTITY = re.compile(r"&[\w.-]+;$")
_FOOTNOTE = re.compile(r"(?<=[.!?…])[a-z\d¹²³*]$")
_MARKS = frozenset(".?!…:;,")
_CUSTOM = "a full stop that the source does not have"
_ENDS = CLOSERS + "".join(_MARKS)


def check(pair: Pair) -> Iterator[Hit]:
    """The last mark before closing quotes and brackets, three full stops being one."""
    if pair.source[-1:] == pair.target[-1:] and pair.source[-1:] in _MARKS:
        return
    texts = (pair.source, pair.source_chars), (pair.target, pair.target_chars)
    source, target = (_text(_in_latin(*text)) for text in texts)
    if not source or not target:
        return
    wanted, actual = _mark(source), _mark(target)
    if (
        wanted == actual
        or not _run(source).isdisjoint(_run(target))
        or _stands_within(wanted, pair)
        or (_abbreviated(source, target) and "." in wanted + actual and len(wanted + actual) == 1)
        or _goes_on(source, wanted, actual)
    ):
        return
    end = len(target)
    severity = Severity.INFO if _is_custom(pair, wanted, actual) else SEVERITY
    ends = pair.conventions.ends if pair.conventions else None
    custom = _CUSTOM if (wanted, actual) == ("", ".") and ends and ends.adds_stops else ""
    message = f"ends with {_NAMES[actual]}, the source with {_NAMES[wanted]}"
    yield Hit(message, (end - 1, end), (len(source) - 1, len(source)), severity=severity, custom=custom)


def _is_custom(pair: Pair, wanted: str, actual: str) -> bool:
    """A heading or label has a mark more or less; a source that breaks off at a comma says nothing."""
    if wanted in {"", ","}:
        return actual in _LABEL or not actual or (actual in _LISTED and pair.kind.is_technical)
    if actual == ".":
        return wanted in _TONED_DOWN
    if actual == ":" and wanted == ".":
        return pair.kind.is_technical
    if actual:
        return actual == "?" and wanted == "."
    return (wanted == "." and len(pair.source_words) < _SENTENCE) or (wanted in _DROPPED and pair.kind.is_technical)


def _goes_on(source: str, wanted: str, actual: str) -> bool:
    """Etc. may be an ellipsis, and `etc...` has one for nothing."""
    return (wanted == "…" and _ETC.search(source.rstrip(".…")) is not None) or (
        wanted == "." and actual == "…" and _ETC.search(source[:-1]) is not None
    )


def _stands_within(wanted: str, pair: Pair) -> bool:
    """The question or exclamation is in quotation marks, and the translation says after it who asked."""
    return wanted in _SPOKEN and pair.source[-1:] in _QUOTES and any(wanted + mark in pair.target for mark in _QUOTES)


def _in_latin(text: str, characters: frozenset[str]) -> str:
    """With Latin marks; `characters` are those in it, which tells sooner that there are no others."""
    return text if characters.isdisjoint(_OTHERS) else text.translate(_TO_LATIN)


def _text(text: str) -> str:
    """Up to its end mark: without closing quotes and brackets, and the sign of a footnote after it.

    The semicolon of an entity is none: `&nbsp;` is a space, and `&product;` a name.
    """
    if text[-1:] == ";":
        text = _ENTITY.sub("x", unescape(text))
    return _FOOTNOTE.sub("", _INTERRUPTED.sub("", text.rstrip(CLOSERS))).rstrip(CLOSERS)


def _run(text: str) -> set[str]:
    """All end marks that stand at the end: `!“.` has two."""
    return set(text[len(text.rstrip(_ENDS)) :]) & _MARKS


def _mark(text: str) -> str:
    last = text[-1]
    if last == "." and text.endswith("..."):
        return "…"
    return last if last in _NAMES else ""


def _abbreviated(source: str, target: str) -> bool:
    """The full stop may belong to the last word."""
    return bool(_ABBREVIATION.search(source if source[-1] == "." else target))
