"""The text, a title or a month begins with a small letter, and the source with a capital.

Begin it with a capital, too. A brand like iPhone may stay as it is, and so may a single word, as German nouns have a
capital that others have not. Where the source begins with an abbreviation, or many texts of the catalogue begin with
small letters, it is a note; so it is in programs and manuals. A title in quotation marks is looked at where the text
has no capitals at all but the first, a month where it stands in a date.

Bad:  Das Haus ist groß. | the house is big.
Bad ru: Neue Partner | новые партнеры
Bad:  Am 14. März schloss der Laden. | The shop closed on 14 march.
Bad en-ru: The novel “The Cold Light” sold well. | Роман «холодный свет» хорошо продавался.
Good: Das Haus ist groß. | The house is big.
Good en-ru: They spoke of a “ghost town by the sea”. | Говорили о «городе-призраке у моря».
Good en-ru: On 14 March the shop closed. | Магазин закрылся 14 марта.
Good: iPhones sind teuer. | iPhones are expensive.
Good: Der iPod war neu. | iPods were new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.languages import record
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.name_words import NameWords
from l10n.pairs.pair import Pair
from l10n.pairs.quotation import MARKS, is_reversed, marks, quotations
from l10n.text.letters import capital
from l10n.text.months import months
from l10n.text.names import is_title

SEVERITY = Severity.WARNING
NEEDS = ("typography", "capitals")

_TITLE = (2, 6)
"""Words of a title."""
_FIRST = re.compile(r"^[\s\"'“”„«»‚‘‹›(\[¿¡*_–—-]*([^\W\d_])([^\W\d_]?)")


def check(pair: Pair) -> Iterator[Hit]:
    """The beginning, months, titles."""
    yield from _beginning(pair)
    yield from _months(pair)
    yield from _titles(pair)


def _beginning(pair: Pair) -> Iterator[Hit]:
    """Only of sentences: a German noun by itself has a capital that others have not. A brand may begin small."""
    if pair.target[:1].isupper():
        return
    source, target = _FIRST.match(pair.source_plain), _FIRST.match(pair.target_plain)
    if not source or not target or not source[1].isupper() or not target[1].islower():
        return
    if target[2].isupper() or _word(pair) in pair.source_words:
        return
    if record(pair.source_language).noun_capitals and len(pair.source_words) == 1:
        return
    start = target.start(1)
    edit = (start, start + 1, capital(target[1], pair.language))
    severity = Severity.INFO if _is_custom(pair) or source[2].isupper() else SEVERITY
    yield Hit("begins with a small letter", (start, start + 1), source.span(1), (edit,), severity)


def _months(pair: Pair) -> Iterator[Hit]:
    """Those of dates that both texts have, where the language writes them with a capital."""
    if pair.source_month and _have_capitals(pair.language) and pair.target_month:
        said = months(pair.source_plain, pair.source_language)
        for month, (start, end) in months(pair.target_plain, pair.language).items():
            if month in said and pair.target_plain[start].islower():
                yield _small(pair, (start, end), said[month])


@cache
def _have_capitals(lang: str) -> bool:
    return any(name[:1].isupper() for name in record(lang).months.names)


def _titles(pair: Pair) -> Iterator[Hit]:
    """Quotations of several words, where nothing else has a capital."""
    if pair.source_chars.isdisjoint(MARKS) or pair.target_chars.isdisjoint(MARKS) or NameWords(pair).has_capital:
        return
    source, target = (list(_quoted(text)) for text in (pair.source_plain, pair.target_plain))
    if len(source) != len(target):
        return
    for old, new in zip(source, target, strict=True):
        if pair.target_plain[new[0]].islower() and _is_titled(pair.source_plain[slice(*old)], pair.source_language):
            yield _small(pair, new, old)


def _quoted(text: str) -> Iterator[Span]:
    """Where the quotations are, without their marks."""
    pairs = quotations(marks(text, is_reversed(text)))
    spans = ((opening.position + 1, closing.position) for opening, closing in pairs)
    return (span for span in spans if span[0] < span[1])


def _is_titled(text: str, lang: str) -> bool:
    """A few words with capitals, which German nouns have elsewhere, too."""
    return not record(lang).noun_capitals and _TITLE[0] <= len(text.split()) <= _TITLE[1] and is_title(text)


def _small(pair: Pair, span: Span, source_span: Span) -> Hit:
    start = span[0]
    edit = (start, start + 1, capital(pair.target_plain[start], pair.language))
    severity = Severity.INFO if _is_custom(pair) else SEVERITY
    return Hit(f"“{pair.target_plain[slice(*span)]}” begins with a small letter", span, source_span, (edit,), severity)


def _is_custom(pair: Pair) -> bool:
    """Labels and explanations of options begin as each language and program likes."""
    return pair.conventions is not None and (pair.conventions.small_starts or pair.kind.is_technical)


def _word(pair: Pair) -> str:
    return pair.target_words[0] if pair.target_words else ""
