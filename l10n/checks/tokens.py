"""A piece of an engine's tokenizer was left in the text.

Engines cut words into pieces with marks of their own, and put ⁇ where they had no piece for a character. Nobody wrote
that: translate anew what is around it.

Bad ru: Das Boot ist sehr alt und schön. | Лодка очень ⁇ и красивая.
Bad ru: Das Boot ist sehr alt. | Лодка ▁очень старая.
Bad:  Das Boot ist sehr alt. | The boat is very old.</s>
Bad:  Das Boot ist sehr alt. | The <unk> is very old.
Bad:  Der Kapitän heißt Beispiel. | The captain is called Bei@@ spiel.
Bad:  Der Kapitän heißt Beispiel. | The captain is called Bei ##spiel.
Good: Das Zeichen ▁ steht vor Wörtern. | The character ▁ stands before words.
Good: Schreiben Sie ## vor den Titel. | Write ## before the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SEVERITY = Severity.ERROR
ALONE = True
RAW = True

_SIGNS = frozenset("⁇▁@#<[")
_PIECE = re.compile(
    r"⁇|▁"  # SentencePiece: an unknown piece, the beginning of a word
    r"|</?s>|<(?:unk|pad|mask|bos|eos)>|<0x[0-9A-F]{2}>|\[(?:UNK|CLS|SEP|PAD|MASK)\]"
    r"|(?<=[\w’'])@@(?=\s|$)|(?<=\s)@-@(?=\s)"  # subword-nmt and Moses
    r"|(?<=[\w’']\s)##(?=[^\W\d_])"  # WordPiece
)


def check(pair: Pair) -> Iterator[Hit]:
    """Each kind once; what the source has may be its subject, or a tag."""
    if pair.target_chars.isdisjoint(_SIGNS):
        return
    seen = set()
    for match in _PIECE.finditer(pair.target):
        if match[0] not in pair.source and match[0] not in seen:
            seen.add(match[0])
            yield Hit(f"a piece of a tokenizer: “{match[0]}”", match.span())
