"""What a whole catalogue does, told once and not of each of its texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from l10n.checking.examination import RawFinding
from l10n.checks import Hit
from l10n.model import Key
from l10n.model.findings import Severity

_FEW = 3
"""Texts that are told one by one: they may be slips."""


def told_once(raws: Sequence[RawFinding]) -> Iterator[RawFinding]:
    """Yield the findings that are no customs, then one of the catalogue for each custom, with the number of its texts.

    What no more than a few texts have is no custom. A text in which a check finds the same twice counts once.
    """
    texts: defaultdict[tuple[str, str], set[tuple[Key, int | None]]] = defaultdict(set)
    for raw in raws:
        if raw.hit.custom:
            texts[raw.check, raw.hit.custom].add((raw.key, raw.form))
    customs = {custom: len(own) for custom, own in texts.items() if len(own) > _FEW}
    yield from (raw for raw in raws if (raw.check, raw.hit.custom) not in customs)
    for (check, words), number in customs.items():
        hit = Hit(f"{words} in {number} texts of this catalogue: its custom")
        yield RawFinding(check, Severity.INFO, hit, None)
