"""The tokens that stand for what is copied: where a text has them, and what else it has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from l10n.drafting.protection import STAND_IN
from l10n.drafting.tags import TaggedText
from l10n.model import Span

_CANDIDATE = re.compile(rf"(?P<tick>`)(?=(?P<code>[^`\n]+`))|{STAND_IN.pattern}")


def tokens(tagged: TaggedText) -> frozenset[str]:
    """All of them, each once."""
    return frozenset(verbatim.token for verbatim in tagged.verbatims)


def token_spans(known: Collection[str], text: str) -> Iterator[tuple[Span, str]]:
    """Where the text has which of the known tokens, in its order; `known` is a set or a mapping."""
    end = 0
    for match in _CANDIDATE.finditer(text) if known else ():
        token = "`" + match["code"] if match["tick"] else match[0]
        if match.start() >= end and token in known:
            end = match.start() + len(token)
            yield (match.start(), end), token


def has_words(tagged: TaggedText) -> bool:
    """There is something to be translated beside what is copied."""
    here = 0
    for (start, end), _ in token_spans(tokens(tagged), tagged.words):
        if any(map(str.isalpha, tagged.words[here:start])):
            return True
        here = end
    return any(map(str.isalpha, tagged.words[here:]))
