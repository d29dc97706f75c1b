"""Which old entry a segment of the changed document is the new self of: the same text first, then the most alike.

Exact pairs cost one pass; only what is left is compared, and only with what shares its rarer words or its place. So
the time grows with the document and with the number of changes, not with their product.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.changes import unread
from l10n.catalogue.bookkeeping.digests import place_digest
from l10n.catalogue.merging.similarity import shared, similarity
from l10n.model import Entry

LEAST = 0.6
"""Similarity from which a changed segment counts as the old one, its neighbours taken into account."""
_NEIGHBOUR = 0.1
"""What a neighbour that is still the same adds to the similarity."""
_MOST_PARTS = 3
"""Sentences that one may be split into, or joined from, whatever their length."""
_LONGEST_RUN = 40
"""Sentences of a paragraph that was, or becomes, one entry as a whole; together they must be about as long as it."""
_AS_LONG = (0.75, 1.35)
_EVIDENCE = 0.5
"""Share of a part's words that the other side must have, in the same order, and that no other part explains."""
_CANDIDATES = 8
"""Old entries that a new one is compared with, found by shared words."""
_COMMON = 50
"""A word in more of the old entries than this says nothing."""
_WORD = re.compile(r"\w+(?:[.,:]\w+)*")


@dataclass(frozen=True, slots=True)
class Transition:
    """Indices of old and new entries that belong together: one to one, or one to several or several to one."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float


def same(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """Index in `new` -> index in `old` of the same text; each old entry is used once, the surest pairs first.

    In this order: the same key; the place from which a text in doubt comes; the same msgid after the same sentence, or
    before it; the same msgid; the msgid that one outdated entry is still a translation of, for edits that were taken
    back.
    """
    before_old, before_new = _before(old), _before(new)
    after_old, after_new = _before(old[::-1])[::-1], _before(new[::-1])[::-1]
    outdated = Counter(map(_translated_msgid, old))
    keys: tuple[tuple[Callable[[int], Hashable], Callable[[int], Hashable]], ...] = (
        (lambda index: old[index].key, lambda index: new[index].key),
        (lambda index: _place_in_doubt(old[index]), lambda index: place_digest(new[index])),
        (
            lambda index: (old[index].msgid, before_old[index]),
            lambda index: (new[index].msgid, before_new[index]),
        ),
        (
            lambda index: (old[index].msgid, after_old[index]),
            lambda index: (new[index].msgid, after_new[index]),
        ),
        (lambda index: old[index].msgid, lambda index: new[index].msgid),
        (
            lambda index: outdated[_translated_msgid(old[index])] == 1 and _translated_msgid(old[index]),
            lambda index: new[index].msgid,
        ),
    )
    pairs: dict[int, int] = {}
    rest_old: Sequence[int] = range(len(old) - 1, -1, -1)
    rest_new: Sequence[int] = range(len(new))
    for old_key, new_key in keys:
        free: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in rest_old:
            free[old_key(index)].append(index)
        for index in rest_new:
            if like := free.get(new_key(index)):
                pairs[index] = like.pop()
        used = set(pairs.values())
        rest_old = [index for index in rest_old if index not in used]
        rest_new = [index for index in rest_new if index not in pairs]
    return pairs


def doubtful(old: Sequence[Entry], new: Sequence[Entry], pairs: Mapping[int, int]) -> set[int]:
    """New indices paired by msgid alone though several old entries have it, with different texts: it may be another."""
    if len({entry.msgid for entry in old}) == len(old):
        return set()  # none occurs twice
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for entry in old:
        texts[entry.msgid].add(entry.msgstr)
    before_old, before_new = _before(old), _before(new)
    after_old, after_new = _before(old[::-1])[::-1], _before(new[::-1])[::-1]
    return {
        index
        for index, other in pairs.items()
        if len(texts[new[index].msgid]) > 1
        and old[other].key != new[index].key
        and before_old[other] != before_new[index]
        and after_old[other] != after_new[index]
    }


def moved(pairs: Mapping[int, int]) -> int:
    """How many pairs are out of order: all but the longest run of pairs in the same order (patience sorting)."""
    tails: list[int] = []
    for index in sorted(pairs):
        length = bisect_left(tails, pairs[index])
        tails[length : length + 1] = [pairs[index]]
    return len(pairs) - len(tails)


def alike(old: Sequence[Entry], new: Sequence[Entry], pairs: Mapping[int, int]) -> list[Transition]:
    """Matches among the entries without a pair, each used once, the most alike first."""
    partner = {index: other for other, index in pairs.items()}
    rest_old = [index for index in range(len(old)) if index not in partner]
    rest_new = [index for index in range(len(new)) if index not in pairs]
    scored = sorted(
        _scored(old, new, pairs, _proposals(old, new, rest_old, rest_new, partner)),
        key=lambda match: (-match.score, match.new, match.old),
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    chosen = []
    for match in scored:
        if match.score >= LEAST and used_old.isdisjoint(match.old) and used_new.isdisjoint(match.new):
            used_old.update(match.old)
            used_new.update(match.new)
            chosen.append(match)
    return chosen


def _before(entries: Sequence[Entry]) -> list[str]:
    return ["", *(entry.msgid for entry in entries)][: len(entries)]


def _place_in_doubt(entry: Entry) -> str | None:
    """The digest of the only place that the entry remembers; that of a source alone fits none."""
    was = record(entry).was
    return was[0].source if len(was) == 1 else None


def _translated_msgid(entry: Entry) -> str | None:
    """What an outdated entry is a translation of, even if somebody has taken its flag off."""
    return entry.previous_msgid if entry.previous and (entry.fuzzy or unread(entry)) else None


def _proposals(
    old: Sequence[Entry], new: Sequence[Entry], rest_old: list[int], rest_new: list[int], partner: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: those that share rare words, and those in the same gap between unchanged segments."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for index in rest_old:
        for word in set(old[index].msgid.split()):
            by_word[word].append(index)
    gaps = _gaps(rest_old, partner)
    for index in rest_new:
        votes: Counter[int] = Counter()
        for word in set(new[index].msgid.split()):
            if len(by_word.get(word, ())) <= _COMMON:
                votes.update(by_word.get(word, ()))
        likely = dict.fromkeys(position for position, _ in votes.most_common(_CANDIDATES))
        yield from ((other, index) for other in likely | dict.fromkeys(gaps.get(index - 1, ())))


def _gaps(rest_old: Iterable[int], partner: Mapping[int, int]) -> dict[int, list[int]]:
    """New index just before a changed place -> the first old entries of that place."""
    gaps: defaultdict[int, list[int]] = defaultdict(list)
    for index in rest_old:
        first = index
        while first - 1 not in partner and first > 0 and index - first < _MOST_PARTS:
            first -= 1
        before = partner.get(first - 1, -1 if first == 0 else None)
        if before is not None:
            for step in range(index - first + _MOST_PARTS):
                gaps[before + step].append(index)
    return gaps


def _scored(
    old: Sequence[Entry], new: Sequence[Entry], pairs: Mapping[int, int], proposals: Iterable[tuple[int, int]]
) -> Iterator[Transition]:
    """Each proposal as it is, and as the beginning or end of a split or a join."""
    partner = set(pairs.values())
    seen: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    for before, after in proposals:
        splits = (((before,), run) for run in _runs(after, new, pairs, len(old[before].msgid)))
        joins = ((run, (after,)) for run in _runs(before, old, partner, len(new[after].msgid)))
        for olds, news in (*splits, *joins):
            if (olds, news) in seen:
                continue
            seen.add((olds, news))
            texts = [old[i].msgid for i in olds], [new[i].msgid for i in news]
            score = similarity(*map(" ".join, texts)) + _support(olds, news, pairs, len(old), len(new))
            if score >= LEAST and _all_share(*texts):
                yield Transition(olds, news, score)


def _all_share(olds: Sequence[str], news: Sequence[str]) -> bool:
    """Each of several parts has its own share in the other side: a sentence that was inserted beside has none."""
    if len(olds) == len(news) == 1:
        return True
    parts, whole = (olds, news[0]) if len(olds) > 1 else (news, olds[0])
    words = [_words(part) for part in parts]
    together = [word for part in words for word in part]
    known = {number for first, _, size in shared(together, _words(whole)) for number in range(first, first + size)}
    start = 0
    for part in words:
        common = sum(position in known for position in range(start, start + len(part)))
        if common < _EVIDENCE * len(part) or not common:
            return False
        start += len(part)
    return True


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(index: int, entries: Sequence[Entry], taken: Container[int], length: int) -> Iterator[tuple[int, ...]]:
    """Runs of neighbours around an index, none of which is taken: up to three, or together about so long."""
    first, last = index, index
    while first > 0 and index - first < _LONGEST_RUN and first - 1 not in taken:
        first -= 1
    while last + 1 < len(entries) and last - index < _LONGEST_RUN and last + 1 not in taken:
        last += 1
    least, most = (share * length for share in _AS_LONG)
    for start in range(first, index + 1):
        total = -1
        for stop in range(start, last + 1):
            total += len(entries[stop].msgid) + 1
            size = stop - start + 1
            if stop >= index and (size <= _MOST_PARTS or least <= total <= most):
                yield tuple(range(start, stop + 1))
            if size >= _MOST_PARTS and total > most:
                break


def _support(olds: tuple[int, ...], news: tuple[int, ...], pairs: Mapping[int, int], old: int, new: int) -> float:
    """The neighbours before and after that are still each other's; the ends of the document count as such."""
    before = pairs.get(news[0] - 1, None if news[0] else -1) == olds[0] - 1
    after = pairs.get(news[-1] + 1, None if news[-1] + 1 < new else old) == olds[-1] + 1
    return _NEIGHBOUR * (before + after)
