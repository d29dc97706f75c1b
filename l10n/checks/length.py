"""The translation is far too short or far too long.

Something was cut off, left out, or made up. What is usual depends on the languages and on the length of the text: a
model of both, fitted to professional translations (docs/checks.md). Where good translations may be as short, or a free
one of as many sentences as the source, that is a note. One sentence more or less is noted where the text without it
would be of the usual length: a sentence that was made two is not.

Bad:  Das Parlament verabschiedete das Gesetz am Abend gegen die Stimmen der Opposition. | Parliament passed it.
Bad ru: Das Haus ist groß. | Дом большой, и в нем живут люди, которые приехали сюда много лет назад из далеких стран.
Good: Das Haus ist groß. | The house is big.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Pair
from l10n.pairs.technical import DIGEST
from l10n.text import lengths
from l10n.text.last_word import ends_with_verb
from l10n.text.sentences import sentence_texts, sentences

SEVERITY = Severity.WARNING

_LONG, _SURE = 4.0, 5.5
"""Standard deviations from which it is long, and from which that is an error."""
_CLEARLY = {"long": 1.2, "short": 1.3}
"""So many times what is long or short it is no free translation, though as many sentences are there."""
_NOTED, _SLIGHTLY = 0.77, 1.2
"""The share of what is short from which it is noted; standard deviations from which another number of sentences is."""
_SLACK = 1.3
"""Texts of programs and manuals, and the ways of translating them, differ more."""
_COMMENT = re.compile(r"<!--[^-]*+(?:-(?!->)[^-]*+)*+-->")
_XML = frozenset({TextKind.HTML, TextKind.DOCBOOK})
_TAG = re.compile("<[^<>]+>")
_CONTEXT = re.compile(r"\A[\w ]{1,40}\|(?:[\w ]{1,40}\|)?(?=[^|\s])")
"""What tells short texts apart, in catalogues from before msgctxt."""
_BETTER = 0.7
"""So near to the usual length, compared with the whole, is a text without the sentence that is one more."""
_BRIEF = 60
"""Characters of a source that hardly anybody makes two sentences of."""
_FAR = math.log(1.25)
"""At least a quarter more or less than usual: lengths of long texts scatter little."""


def check(pair: Pair) -> Iterator[Hit]:
    """Characters of both texts, and where these are in doubt sentences."""
    texts = _measured(pair)
    source, target = len(texts[0]), len(texts[1])
    if source < 2 or not target:
        return
    deviation = lengths.deviation(*texts, pair.source_language, pair.language)
    if (abs(deviation) < _SLIGHTLY and (source > _BRIEF or deviation < 0)) or DIGEST.search(pair.source):
        return
    far = abs(lengths.excess(*texts, pair.source_language, pair.language)) > _FAR
    if problem := _problem(deviation, far, pair):
        message, severity = problem
        yield Hit(f"{message}: {target} characters for {source}", (0, len(pair.target)), severity=severity)


def _problem(deviation: float, far: bool, pair: Pair) -> tuple[str, Severity] | None:
    short = lengths.short(pair.source_language, pair.language)
    slack = _SLACK if pair.kind.is_technical else 1
    word = "long" if deviation > 0 else "short"
    bar = slack * (_LONG if deviation > 0 else short)
    other_count = _has_other_count(deviation, pair) and _by_a_sentence(deviation, pair)
    if far and abs(deviation) > bar:
        clear = other_count or abs(deviation) > _CLEARLY[word] * bar
        severity = SEVERITY if clear else Severity.INFO
        return f"very {word}", Severity.ERROR if abs(deviation) > slack * _SURE else severity
    if other_count:
        return f"perhaps a sentence {'more' if deviation > 0 else 'less'}", Severity.INFO
    whole = ends_with_verb(pair.target, pair.language)
    return (f"rather {word}", Severity.INFO) if deviation < -_NOTED * short and not whole else None


def _measured(pair: Pair) -> tuple[str, str]:
    """Both texts without layout and notes to translators; short ones of programs may have a context: Font|Medium."""
    source, target = pair.source, pair.target
    if ">" in pair.source_chars or ">" in pair.target_chars:
        source, target = _without_comments(source), _without_comments(target)
    if "|" in pair.source_chars and "|" not in pair.target_chars and pair.kind.is_technical:
        source = _CONTEXT.sub("", source)
    if ("<" in pair.source_chars or "<" in pair.target_chars) and pair.kind in _XML:
        source, target = (_TAG.sub("", text) for text in (source, target))
    return _spaced(source), _spaced(target)


def _spaced(text: str) -> str:
    """With a single space between two words: nearly all texts are written so, which takes less time to see."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())


def _without_comments(text: str) -> str:
    """None begins after the end of the last: what only looks like a beginning would be read to the end of the text."""
    before, end, rest = text.rpartition("-->")
    return _COMMENT.sub("", before + end) + rest if end else text


def _by_a_sentence(deviation: float, pair: Pair) -> bool:
    """Without its first or its last sentence, the longer text would be of the usual length for the other one.

    Where one sentence was made two, or two one, it would be far too short. A short text says nothing of that.
    """
    source, target = _measured(pair)
    more = deviation > 0
    if more and len(source) <= _BRIEF:
        return True
    parts = sentence_texts(target, pair.language) if more else sentence_texts(source, pair.source_language)
    rests = filter(None, ("".join(rest).strip() for rest in (parts[1:], parts[:-1])))
    texts = ((source, rest) if more else (rest, target) for rest in rests)
    deviations = (lengths.deviation(*each, pair.source_language, pair.language) for each in texts)
    return any(abs(rest) < _BETTER * abs(deviation) for rest in deviations)


def _has_other_count(deviation: float, pair: Pair) -> bool:
    """A long translation has a sentence more, a short one has one less."""
    more = sentences(pair.target_plain, pair.language) - sentences(pair.source_plain, pair.source_language)
    return more > 0 if deviation > 0 else more < 0
