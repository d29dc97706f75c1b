"""What people have made of a text with tags, accepted English or a text of the memory: its words, in our tokens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from l10n.documents import inline
from l10n.drafting.protection import STAND_IN
from l10n.drafting.tags import CopiedMark, TaggedText, TagPair
from l10n.drafting.tags.around import stripped
from l10n.drafting.tags.tokens import token_spans, tokens

_MANY = 100
"""Different codes that are looked for in a text without marks, and marks that are compared with another."""


def words_of(tagged: TaggedText, text: str) -> str:
    """The words of a translation, with the tokens of the source for what is copied, as far as it is there.

    Code counts that is not marked as code: memories may have a text without any tag.
    """
    other = stripped(text, tagged.form)
    left: dict[tuple[str, ...], list[CopiedMark]] = {}
    for verbatim in reversed(tagged.verbatims):
        left.setdefault(_names(verbatim, tagged), []).append(verbatim)
    verbatims = iter(other.verbatims)
    words: list[str] = []
    here = 0
    for (start, end), _ in token_spans(tokens(other), other.words):
        verbatim = next(verbatims)
        words += (other.words[here:start], _counterpart(verbatim, left.get(_names(verbatim, other), [])))
        here = end
    whole = "".join((*words, other.words[here:])).strip()
    return _with_bare_code(whole, [verbatim for some in left.values() for verbatim in some])


def insides(tagged: TaggedText, text: str) -> Iterator[tuple[str, str]]:
    """What is in each pair, and in that of a translation, if no other pair of either could be meant."""
    other = stripped(text, tagged.form)
    known: set[TagPair] = set()
    for kind in (_both_marks, _opening):
        ours, theirs = (_single(each.pairs, kind) for each in (tagged, other))
        for marks, pair in ours.items():
            inside = other.inside(theirs[marks]) if marks in theirs else ""
            if pair not in known and inside and not STAND_IN.search(inside):
                known.add(pair)
                yield tagged.inside(pair), inside


def _single(pairs: Sequence[TagPair], kind: Callable[[TagPair], str]) -> dict[str, TagPair]:
    """The pairs that are the only ones of their kind, by that."""
    counts = Counter(map(kind, pairs))
    return {kind(pair): pair for pair in pairs if counts[kind(pair)] == 1}


def _both_marks(pair: TagPair) -> str:
    return pair.opening.text + pair.closing.text


def _opening(pair: TagPair) -> str:
    return pair.opening.text


def has_its_marks(tagged: TaggedText, text: str) -> bool:
    """The text has the marks of the source, all and no others."""
    of_source, of_text = (inline.marks(tagged.form.parse(each)) for each in (tagged.text, text))
    return of_source == of_text


def _counterpart(verbatim: CopiedMark, left: list[CopiedMark]) -> str:
    """The token of the same mark, else of the next of its kind; its words if there is none."""
    if not left:
        return verbatim.words
    nearest = range(len(left) - 1, max(len(left) - _MANY, 0) - 1, -1)
    same = next((index for index in nearest if left[index].mark.text == verbatim.mark.text), -1)
    return left.pop(same).token


def _names(verbatim: CopiedMark, tagged: TaggedText) -> tuple[str, ...]:
    """What it is, whatever words are within its marks."""
    return tuple(inline.marks(tagged.form.parse(verbatim.mark.text)))


def _with_bare_code(words: str, left: list[CopiedMark]) -> str:
    """With tokens for code that stands there without marks, exactly as often as it should."""
    wanted: dict[str, list[str]] = {}
    for verbatim in left:
        if verbatim.words.strip():
            wanted.setdefault(verbatim.words, []).append(verbatim.token)
    if not wanted or len(wanted) > _MANY:
        return words
    longest_first = sorted(wanted, key=len, reverse=True)
    pattern = re.compile(rf"`[^`\n]*`|(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    hits = [match[0] for match in pattern.finditer(words)]
    right = {code for code, tokens in wanted.items() if hits.count(code) == len(tokens) and len(set(tokens)) == 1}
    return pattern.sub(lambda match: wanted[match[0]][0] if match[0] in right else match[0], words)
