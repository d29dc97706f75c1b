"""Codes of POD, Perl's documentation, and of po4a's manual pages: I<file>, B<< a->b >>, E<lt>, L<name|address>.

perlpod says what they mean. What stands in I<>, B<> and the like is words, in E<> it is the name of a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.model import Span
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Pair

OPENING = re.compile(r"(?<![^\W_])[BCEFILSXZ]<(?:<+(?=\s))?(?!<|/[a-z][\w:-]*>)")
"""Not the key of <kbd>S</kbd>."""
_END_TAG = re.compile(r"</[A-Za-z][\w:-]*>")
_MARK = re.compile(rf"(?P<opening>{OPENING.pattern})|(?P<close>>+)")


def is_pod(pair: Pair) -> bool:
    """The source has such codes, and its catalogue does, or there are no tags: B<sub>12</sub> is none."""
    if "<" not in pair.source_chars or not OPENING.search(pair.source):
        return False
    return pair.kind is TextKind.POD or not _END_TAG.search(pair.source)


def codes(text: str) -> Iterator[tuple[str, Span, bool]]:
    """Yield the letter of each code, where it stands, and whether it is closed, in the order in which they end."""
    opened: list[tuple[str, int, int]] = []
    for match in _MARK.finditer(text):
        if match["opening"]:
            opened.append((match[0][0], match.start(), len(match[0]) - 1))
            continue
        brackets = len(match[0])
        while opened and brackets >= opened[-1][2]:
            letter, start, width = opened.pop()
            brackets -= width
            yield letter, (start, match.end() - brackets), True
    for letter, start, _ in opened:
        yield letter, (start, len(text)), False
