"""TMX -> units, in memory that does not grow with the file.

A unit is taken without its codes, if those that belong to no pair are the same in both languages: only then its text
says the same as a plain one would. What cannot be taken is counted in `Lost`, and never stops the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from l10n.documents import inline
from l10n.languages import record
from l10n.languages.codes import base, meant
from l10n.memory.tmx import MARKUP, NEXT, ORIGIN, PREVIOUS
from l10n.memory.tmx.element import Element, Variant, as_base
from l10n.memory.tmx.elements import elements
from l10n.memory.unit import Unit, UnitOrigin

_LINES = 3
"""Lines that a loss names, at most."""
_MEMOQ = re.compile(r"<seg>(.*)</seg>", re.DOTALL)
"""So memoQ writes neighbours, escaped."""
_ORIGINS = {origin.value: origin for origin in UnitOrigin}


@dataclass(frozen=True, slots=True)
class Loss:
    """Units or texts of a file that did not come in, all for the same reason."""

    reason: str
    count: int
    lines: tuple[int, ...]
    """Where the first of them are, from 1."""


class Lost:
    """Counts what of a file does not come in."""

    def __init__(self) -> None:
        self._losses: dict[str, Loss] = {}

    def add(self, reason: str, line: int) -> None:
        """Count a unit or text in this line."""
        loss = self._losses.get(reason, Loss(reason, 0, ()))
        self._losses[reason] = Loss(reason, loss.count + 1, (*loss.lines, line)[:_LINES])

    def losses(self) -> tuple[Loss, ...]:
        """The losses by reason, the most frequent first."""
        return tuple(sorted(self._losses.values(), key=lambda loss: -loss.count))


def read(path: Path, source_language: str | None = None, usual: str = "", lost: Lost | None = None) -> Iterator[Unit]:
    """The units, each target language of a `<tu>` one; L10nError with file and line.

    The source is `source_language` if given, else what `<tu>` or the header call so, else the `usual` one, else the
    first variant. Where `<tu>` or the header name a language that the unit does not have, the usual one is tried, too.
    """
    gone = lost or Lost()
    for element in elements(path):
        source = as_base(source_language or element.source_language or usual)
        if not source_language and usual and all(variant.language != source for variant in element.variants):
            there = any(variant.language == as_base(usual) for variant in element.variants)
            source = as_base(usual) if there else source
        yield from _units(element, source, gone)


def _units(tu: Element, language: str, lost: Lost) -> Iterator[Unit]:
    if reason := _fault(tu):
        lost.add(reason, tu.line)
        return
    first = next(
        (variant for variant in tu.variants if variant.language == language), None if language else tu.variants[0]
    )
    if first is None:
        lost.add(f"unit without a text in {language}, the source language", tu.line)
        return
    targets = [variant for variant in tu.variants if variant.language != first.language]
    for variant in tu.variants:
        if variant.language == first.language and variant.plain != first.plain:
            lost.add("further text in the source language", tu.line)
    if tu.note.strip():
        lost.add("note, for which the memory has no place", tu.line)
    if not targets:
        lost.add("unit in one language only", tu.line)
    for target in targets:
        if reason := _misfit(tu, first, target):
            lost.add(reason, tu.line)
        else:
            yield _unit(tu, first, target)


def _fault(tu: Element) -> str:
    """Why nothing of it can be taken; empty if something can."""
    if tu.fault:
        return f"unit with {tu.fault}" if not tu.fault.startswith(("not", "longer")) else f"unit {tu.fault}"
    return "" if tu.variants else "unit without texts"


def _misfit(tu: Element, source: Variant, target: Variant) -> str:
    """Why a text cannot be taken; empty if it can."""
    if not target.code or not _is_language(target.code):
        return f"text in an unknown language, {target.code[:20]!r}" if target.code else "text without a language"
    for variant in (source, target):
        if variant.text is None:
            return "text without <seg>"
        if not variant.plain.strip():
            return "empty text"
    return "" if MARKUP in tu.props or source.codes == target.codes else "unit whose codes differ between the languages"


@lru_cache(1000)
def _is_language(code: str) -> bool:
    return bool(meant(code)) or record(base(code)).name != base(code)


def _unit(tu: Element, source: Variant, target: Variant) -> Unit:
    props = tu.props | source.props | target.props
    who, when = tu.changed(target)
    markup = props.get(MARKUP, "")
    if not inline.is_form(markup):
        markup = ""
    return Unit(
        source.text if markup and source.text else source.plain,
        target.text if markup and target.text else target.plain,
        source.language,
        target.language,
        _neighbour(props.get(PREVIOUS)),
        _neighbour(props.get(NEXT)),
        _ORIGINS.get(props.get(ORIGIN, ""), UnitOrigin.HUMAN),
        who,
        when,
        tu.created(target),
        markup,
    )


def _neighbour(text: str | None) -> str | None:
    match = _MEMOQ.fullmatch(text.strip()) if text else None
    return match[1] if match else text
