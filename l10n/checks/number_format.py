"""A number is written in another language's way.

German 1.234,5 is 1,234.5 in English and 1 234,5 in Russian and Ukrainian, with a no-break space. “1.234” in an English
text is a little more than one.

Bad:  Er zahlte 1.234 Euro. | He paid 1.234 euros.
Bad:  Er zahlte 3,50 Euro. | He paid 3,50 euros.
Bad ru: Er zahlte 1.234,50 Euro. | Он заплатил 1.234,50 евро.
Good: Er zahlte 1.234,50 Euro. | He paid 1,234.50 euros.
Good ru: Er zahlte 1.234,50 Euro. | Он заплатил 1⍽234,50 евро.
Good: Version 1.2.3 | Version 1.2.3
Good: Am 10. Mai kamen 10.000 Menschen. | On 10 May, 10,000 people came.
Good: 1 Tonne | 1,000 kg
Good az: In 2 Tagen verkaufte er 2000 Bücher. | 2 gündə 2.000 kitab satdı.
Good: Version 2.500 | Version 2.500
Bad:  1.500 Menschen kamen. | 1.500 people came.
Good: Abschnitt 1.500 regelt es. | Section 1.500 governs it.
Good en-ru: Ubuntu 5.04 | Ubuntu 5.04
Good en-de: 6.4 How can I copy a table? | 6.4 Wie kopiere ich eine Tabelle?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.measures import measured
from l10n.text.numbers import Number, digits, numbers
from l10n.text.typography import typography

SAFE = True
SEVERITY = Severity.WARNING
NEEDS = ("typography",)

_MARKS = frozenset(".,")
_MARKED = re.compile(r"\d[.,]\d")
_DIGITS = frozenset("0123456789")
_LONGEST = 100
_NEAR = 30
_COUNTED = re.compile(r"[ \u00a0\u202f][^\W\d_]{3}")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
"""What is misread by a factor of a thousand; 5.1 may be a version."""
_REFERENCE = re.compile(
    r"(?:§|\b(?:version|section|chapter|abschnitt|kapitel|arti[ck][ek]le?|paragraph|absatz|ziffer|nummer|nr|no|punkt|teil|part"
    r"|раздел|глава|версия|статья|пункт|розділ|версія|стаття|bölmə|fəsil|maddə|versiya)\w?\w?)\W*$",
    re.IGNORECASE,
)
"""What is referred to by number."""
_BEFORE = re.compile(r"(\w+)\W?$")


def check(pair: Pair) -> Iterator[Hit]:
    """Numbers that mean the source's only if read in another way than the language reads them."""
    if pair.typography is None or pair.target_chars.isdisjoint(_DIGITS) or not _MARKED.search(pair.target_plain):
        return
    misread = [number for number in pair.target_numbers if number.loose and _figure(number, pair)]
    if not misread:
        return
    strict = {value for number in pair.source_numbers for value in number.values}
    source = {(digits(number.text), number.power): number for number in pair.source_numbers}
    for number in misread:
        twin = source.get((digits(number.text), number.power))
        if twin is None or len(twin.values) != 1 or number.loose.isdisjoint(twin.values):
            continue
        same = twin.text == number.text
        if not strict.isdisjoint(number.values) and not (same and len(number.values) > 1):
            continue
        if not same or _quantity(number, twin, pair):
            yield from _mended(number, twin, pair)
        elif not (_name(number, twin, pair) or _heading(number, twin, pair)):
            message = f"“{number.text}” is taken over from the source: is it written so in this language?"
            yield Hit(message, number.span, twin.span, severity=Severity.INFO)


def _figure(number: Number, pair: Pair) -> bool:
    """With marks, and no name like 802.11n."""
    end = number.span[1]
    return not _MARKS.isdisjoint(number.text) and not pair.target_plain[end : end + 1].isalpha()


def _mended(number: Number, twin: Number, pair: Pair) -> Iterator[Hit]:
    new = _written(twin.text, pair)
    read = [
        [number.values for number in numbers(*text)]
        for text in ((twin.text, pair.source_language), (new, pair.language))
    ]
    if new and new != number.text and read[0] == read[1]:
        edit = (*number.span, new)
        yield Hit(f"“{number.text}” is written in another language's way: {new}", number.span, twin.span, (edit,))


def _quantity(number: Number, twin: Number, pair: Pair) -> bool:
    """No version or section: it has a unit, marks of both kinds, or counts what stands after it."""
    if _MARKS.issubset(number.text) or measured(pair.target_plain, number) or measured(pair.source_plain, twin):
        return True
    sides = ((pair.source_plain, twin.span), (pair.target_plain, number.span))
    counts = _GROUPED.fullmatch(number.text) and all(_COUNTED.match(text, span[1]) for text, span in sides)
    return bool(counts) and not _name(number, twin, pair)


def _heading(number: Number, twin: Number, pair: Pair) -> bool:
    """The number of a section, in front of its title."""
    return not pair.source[: twin.span[0]].strip() and not pair.target[: number.span[0]].strip()


def _name(number: Number, twin: Number, pair: Pair) -> bool:
    """After the same word in both texts, or a word for what has numbers: Ubuntu 5.04, Abschnitt 2.500."""
    sides = (pair.source[: twin.span[0]], pair.target[: number.span[0]])
    if any(_REFERENCE.search(side[-_NEAR:]) for side in sides):
        return True
    before, other = (_BEFORE.search(side[-_NEAR:]) for side in sides)
    return bool(before and other and before[1] == other[1])


def _written(figure: str, pair: Pair) -> str:
    """The source's figure as the language of the translation writes it; empty if it has other marks than usual."""
    old, new = typography(pair.source_language), pair.typography
    if old is None or new is None or len(figure) > _LONGEST:
        return ""
    whole, mark, fraction = figure.partition(old.decimal)
    plain = digits(whole)
    if whole != plain:
        whole = f"{int(plain):,}".replace(",", new.group[0])
    return whole + (new.decimal + fraction if mark else "")
