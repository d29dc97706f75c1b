"""The guard against losses: texts that people wrote and that would be nowhere after an update.

A text is somewhere as long as its words stand in their order in the new catalogue, obsolete entries included: as they
were, as a part of joined sentences, or cut into those of a split one. Where the merge has made a text, its numbers and
punctuation may be others, as they are changed along with the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.errors import RefusalError
from l10n.model import Entry

FEW = 2
"""So many texts `--prune` may always drop, and a tenth: more at once may be a mistake."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


def lost(old: Sequence[Entry], new: Iterable[Entry]) -> list[Entry]:
    """The old entries whose text a person wrote or accepted, and which is nowhere; of equal texts the first."""
    texts = _texts(new)
    whole = set(texts)
    changed = [entry for entry in old if not whole.issuperset(entry.texts) and written(entry)]
    if not changed:
        return []
    before = set(_texts(old))
    words, made = _words(texts), _words((text for text in texts if text not in before), number="0")
    missing: dict[tuple[str, ...], Entry] = {}
    for entry in changed:
        kept = (text in whole or _is_in(text, words) or _is_in(text, made, number="0") for text in entry.texts)
        if not all(kept):
            missing.setdefault(entry.texts, entry)
    return list(missing.values())


def _texts(entries: Iterable[Entry]) -> list[str]:
    return [text for entry in entries for text in (entry.msgstr_plural if entry.plural else (entry.msgstr,))]


def written(entry: Entry) -> bool:
    """The text is one that people wrote, corrected or accepted."""
    return entry.translated and not is_draft(entry)


def refuse(path: Path, old: Sequence[Entry], missing: Sequence[Entry], pruned: Sequence[Entry]) -> None:
    """RefusalError if texts would be lost that nobody asked to drop, or if `--prune` would drop very many at once."""
    asked = {entry.texts for entry in pruned}
    unasked = [entry for entry in missing if entry.texts not in asked]
    many = max(len({entry.texts for entry in old if written(entry)}) // 10, FEW)
    if not unasked and len(missing) <= many:
        return
    count = "1 text" if len(missing) == 1 else f"{len(missing)} texts"
    examples = ", ".join(f"“{' / '.join(entry.texts)[:40]}”" for entry in missing)
    hint = (
        "run without --prune to keep them as #~ entries" if not unasked else "this is a fault of l10n: please report it"
    )
    raise RefusalError(
        f"{path}: {count} that people wrote would be nowhere: {examples[:300]}",
        f"all catalogues of this document are as they were; {hint}, or with --force to go on",
    )


def _words(texts: Iterable[str], number: str = "") -> str:
    """All words in a row with a space around each; numbers as this one, if it is given."""
    words = (word for text in texts for word in _WORD.findall(text))
    return f" {' '.join(number if number and word.isdigit() else word for word in words)} "


def _is_in(text: str, words: str, number: str = "") -> bool:
    """A text without any word is nowhere unless it stands somewhere as it is; white space is no text."""
    own = _words([text], number)
    return own in words if own.strip() else not text.strip()
