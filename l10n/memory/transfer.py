"""Puts the numbers and names of a query in place of those of a unit's translation, where nobody can doubt which.

“am 9. Mai” → “on 9 May” serves “am 10. Mai”: the two numbers stand at the same place of the source, and 9 occurs once
in it and once in the translation. The new number is written as the translation wrote the old one: 1.234,5 → 1,234.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from l10n.languages import record
from l10n.memory.form import PLACEABLE, Form, Placeable
from l10n.text.numbers import Number, numbers
from l10n.text.typography import typography

_DIGITS = re.compile(r"\d+")
_SUFFIX = re.compile(r"[-'’]?(?=\w)")
"""What is joined to a figure begins here, after a hyphen or an apostrophe or without one."""
_TEENS = range(11, 14)
_Edit = tuple[int, int, str]


def transferred(wanted: Form, known: Form, target: str, languages: tuple[str, str]) -> tuple[str, int]:
    """The translation with the wanted numbers and names, and how many had to be left as they are and are wrong."""
    edits: list[_Edit] = []
    wrong = 0
    for new, old in _pairs(wanted, known):
        if new.text == old.text or (new.number and old.number and new.number.values == old.number.values):
            continue
        edit = _edit(new, old, known.placeables, target, languages)
        if edit is None:
            wrong += 1
        else:
            edits.append(edit)
    for start, end, text in sorted(edits, reverse=True):
        target = target[:start] + text + target[end:]
    return target, wrong


def _pairs(wanted: Form, known: Form) -> Iterator[tuple[Placeable, Placeable]]:
    """The placeables that stand for one another: those that the tokens around them bring together."""
    if wanted.tokens == known.tokens:
        yield from zip(wanted.placeables, known.placeables, strict=True)
        return
    of_wanted, of_known = (_positions(form) for form in (wanted, known))
    for block in Levenshtein.editops(wanted.tokens, known.tokens).as_matching_blocks():
        for offset in range(block.size):
            if block.a + offset in of_wanted:
                yield of_wanted[block.a + offset], of_known[block.b + offset]


def _positions(form: Form) -> dict[int, Placeable]:
    positions = (position for position, token in enumerate(form.tokens) if token == PLACEABLE)
    return dict(zip(positions, form.placeables, strict=True))


def _edit(
    new: Placeable, old: Placeable, placeables: Sequence[Placeable], target: str, languages: tuple[str, str]
) -> _Edit | None:
    """The change of the translation; None if it is not beyond doubt."""
    if new.number and old.number:
        values = old.number.values
        if sum(placeable.number is not None and placeable.number.values == values for placeable in placeables) != 1:
            return None
        there = [number for number in _numbers(target, languages[1]) if set(values) & set(number.values)]
        if len(there) != 1 or there[0].values != values:
            return None
        return _number_edit(new.number, old.number, there[0], target, languages)
    if new.number or old.number or sum(placeable.text == old.text for placeable in placeables) != 1:
        return None
    spans = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(old.text)}(?!\w)", target)]
    return (*spans[0], new.text) if len(spans) == 1 else None


@lru_cache(64)
def _numbers(text: str, language: str) -> tuple[Number, ...]:
    return tuple(numbers(text, language))


def _number_edit(new: Number, old: Number, there: Number, target: str, languages: tuple[str, str]) -> _Edit | None:
    if len({number.power for number in (new, old, there)}) > 1 or len(new.values) != len(old.values):
        return None
    figure = _figure(new, there, *languages) if len(new.values) == 1 else _composed(new, old, there)
    if figure is None:
        return None
    start, end = there.span
    suffixes = record(languages[1]).numbers.ordinal_suffixes
    if suffixes and (ordinal := re.compile(rf"(?:{'|'.join(suffixes)})\b").match(target, end)):
        if not figure.isdecimal():
            return None
        return start, ordinal.end(), figure + _suffix(int(figure[-2:]), suffixes)
    return (start, end, figure) if _fits(figure, there.text, target[end:], languages[1]) else None


def _fits(figure: str, old: str, rest: str, language: str) -> bool:
    """What is joined to the old figure – an ending, a unit – can be joined to the new one."""
    suffix = _SUFFIX.match(rest)
    if not suffix or figure[-1:] == old[-1:] != "0":
        return True
    if record(language).numbers.harmony:
        return False
    return bool(suffix[0]) or bool(re.match(r"s\b", rest))


def _figure(new: Number, there: Number, source_language: str, language: str) -> str | None:
    """The new number as the translation's language writes it, marks as in the old one."""
    if new.text.isdecimal() and there.text.isdecimal():
        return new.text
    source, custom = typography(source_language), typography(language)
    if not source or not custom:
        return None
    whole, mark, fraction = new.text.rpartition(source.decimal)
    whole = "".join(_DIGITS.findall(whole if mark else new.text))
    group = _group(new.text[: len(new.text) - len(mark + fraction)], there.text, custom.decimal, custom.group)
    if not whole or (mark and not fraction.isdecimal()):
        return None
    figure = _grouped(whole, group) + (custom.decimal + fraction if mark else "")
    read = numbers(figure, language)
    unscaled = [number.values for number in numbers(new.text, source_language)]
    return figure if [number.values for number in read] == unscaled else None


def _group(new: str, there: str, decimal: str, usual: str) -> str:
    """What parts groups of three digits: as in the old number, or the usual mark if only the new one has groups."""
    old = there.rpartition(decimal)[0] if decimal in there else there
    if marks := [character for character in old if not character.isdecimal()]:
        return marks[0]
    return "" if new.isdecimal() or not usual else usual[0].replace(" ", "\u00a0")


def _grouped(digits: str, mark: str) -> str:
    if not mark:
        return digits
    head = len(digits) % 3 or 3
    return mark.join([digits[:head], *(digits[start : start + 3] for start in range(head, len(digits), 3))])


def _composed(new: Number, old: Number, there: Number) -> str | None:
    """Dates, times and scores: the new parts between the marks of the translation, if it has them in the same order."""
    parts = _DIGITS.findall(new.text)
    if _DIGITS.findall(old.text) != _DIGITS.findall(there.text) or len(parts) != len(new.values):
        return None
    if len(parts) != len(old.values) or new.date != old.date:
        return None
    following = iter(parts)
    return _DIGITS.sub(lambda _: next(following), there.text)


def _suffix(number: int, suffixes: Sequence[str]) -> str:
    """What is joined to a figure that ends so: 1st, 2nd, 3rd, but 11th."""
    last = number % 10
    return suffixes[last - 1] if 0 < last < len(suffixes) and number not in _TEENS else suffixes[-1]
