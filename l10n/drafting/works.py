"""What wants a draft: empty entries, drafts to be renewed, and drafts whose English people have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.mark import is_draft, pivot
from l10n.catalogue.state import state
from l10n.catalogue.template import neighbours
from l10n.drafting import DEFAULT, Neighbours, Options, Work
from l10n.model import ACCEPTED, Entry

ENGLISH = "en"


def work(path: Path, lang: str, options: Options = DEFAULT, pivots: Mapping[str, str] | None = None) -> Work:
    """What is to be drafted in this catalogue; `pivots` is the accepted English of its document."""
    pivots = pivots or {}
    entries = [entry for entry in po.read(path).entries if not entry.obsolete]
    wanted = [entry.msgid for entry in entries if wants_draft(entry, options.redraft, pivots)]
    differing = sum(1 for entry in entries if _rests_on_another(entry, pivots) and not is_draft(entry))
    texts = tuple(dict.fromkeys(wanted))
    return Work(path, lang, texts, len(wanted), _neighbours(entries), pivots, differing)


def with_pivots(works: Iterable[Work], options: Options) -> list[Work]:
    """The works of one document, each knowing what English people have accepted."""
    works = list(works)
    english = next((one for one in works if one.language == ENGLISH), None)
    if not options.pivot or english is None:
        return works
    pivots = accepted(english.path)
    return [
        one if one is english or not pivots else replace(work(one.path, one.language, options, pivots)) for one in works
    ]


def accepted(path: Path) -> dict[str, str]:
    """The accepted translations by msgid; not those that differ between contexts."""
    found: dict[str, set[str]] = {}
    for entry in po.read(path).entries:
        if not entry.obsolete and entry.msgid_plural is None and state(entry) in ACCEPTED:
            found.setdefault(entry.msgid, set()).add(entry.msgstr)
    return {msgid: next(iter(texts)) for msgid, texts in found.items() if len(texts) == 1}


def wants_draft(entry: Entry, redraft: bool, pivots: Mapping[str, str]) -> bool:
    """Nobody's work is lost by a draft here, and there is a reason for one."""
    if entry.obsolete or entry.msgid_plural is not None:
        return False
    return not entry.translated or (is_draft(entry) and (redraft or _rests_on_another(entry, pivots)))


def _rests_on_another(entry: Entry, pivots: Mapping[str, str]) -> bool:
    """It was made from an English that people have replaced since."""
    old, new = pivot(entry), pivots.get(entry.msgid)
    return old is not None and new is not None and " ".join(new.split()) != old


def _neighbours(entries: Iterable[Entry]) -> dict[str, Neighbours]:
    """Of each text where it stands first."""
    found: dict[str, Neighbours] = {}
    for entry in entries:
        found.setdefault(entry.msgid, Neighbours(*neighbours(entry)))
    return found
