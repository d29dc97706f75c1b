"""What wants a draft: empty entries, drafts to be renewed, and drafts whose English people have changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import one_line
from l10n.catalogue.bookkeeping.marks import is_draft, pivots
from l10n.catalogue.states import state
from l10n.catalogue.template import neighbours
from l10n.drafting import DEFAULT, Neighbours, Options, Work
from l10n.model import ACCEPTED, Entry, State


def work(path: Path, lang: str, options: Options = DEFAULT, accepted_pivots: Mapping[str, str] | None = None) -> Work:
    """What is to be drafted in this catalogue; `english` is what people accepted of its document."""
    accepted_pivots = accepted_pivots or {}
    entries = [entry for entry in po.read(path).entries if not entry.obsolete]
    wanted = [entry.msgid for entry in entries if wants_draft(entry, options.redraft, accepted_pivots)]
    differing = sum(1 for entry in entries if _rests_on_another(entry, accepted_pivots) and not is_draft(entry))
    texts = tuple(dict.fromkeys(wanted))
    return Work(path, lang, texts, len(wanted), _neighbours(entries), accepted_pivots, differing)


def accepted(path: Path) -> dict[str, str]:
    """The accepted translations by msgid; not those that differ between contexts."""
    found: dict[str, set[str]] = {}
    for entry in po.read(path).entries:
        if not entry.obsolete and entry.msgid_plural is None and state(entry) in ACCEPTED:
            found.setdefault(entry.msgid, set()).add(entry.msgstr)
    return {msgid: next(iter(texts)) for msgid, texts in found.items() if len(texts) == 1}


def wants_draft(entry: Entry, redraft: bool, accepted_pivots: Mapping[str, str]) -> bool:
    """Nobody's work is lost by a draft here, and there is a reason for one."""
    if entry.obsolete or entry.msgid_plural is not None:
        return False
    again = redraft or state(entry) is State.OUTDATED or _rests_on_another(entry, accepted_pivots)
    return not entry.translated or (again and is_draft(entry))


def _rests_on_another(entry: Entry, accepted_pivots: Mapping[str, str]) -> bool:
    """It was made from an English that people have replaced since."""
    old, new = pivots(entry), accepted_pivots.get(entry.msgid)
    return bool(old) and new is not None and one_line(new) not in old


def _neighbours(entries: Iterable[Entry]) -> dict[str, Neighbours]:
    """Of each text where it stands first."""
    found: dict[str, Neighbours] = {}
    for entry in entries:
        found.setdefault(entry.msgid, Neighbours(*neighbours(entry)))
    return found
