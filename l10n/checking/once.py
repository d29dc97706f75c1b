"""What a whole catalogue does, told once and not of each of its texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from l10n.checking.examination import RawFinding
from l10n.checks import Hit
from l10n.model import Key
from l10n.model.findings import Severity


def told_once(raws: Iterable[RawFinding]) -> Iterator[RawFinding]:
    """Yield the findings that are no customs, then one of the catalogue for each custom, with the number of its texts.

    A text in which a check finds the same custom twice counts once.
    """
    customs: Counter[tuple[str, str]] = Counter()
    severities: dict[tuple[str, str], Severity] = {}
    last: dict[tuple[str, str], tuple[Key, int | None]] = {}
    for raw in raws:
        if not raw.hit.custom:
            yield raw
            continue
        custom = raw.check, raw.hit.custom
        customs[custom] += last.get(custom) != (raw.key, raw.form)
        last[custom], severities[custom] = (raw.key, raw.form), raw.severity
    for (check, words), texts in customs.items():
        shown = f"{words} in {texts} texts" if texts > 1 else f"{words} in one text"
        yield RawFinding(check, severities[check, words], Hit(f"{shown} of this catalogue: its custom"), None)
