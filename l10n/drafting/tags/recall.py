"""What the memory has for texts with tags: the whole with the same tags first, then the words alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from l10n.documents import inline
from l10n.drafting import Options, recall
from l10n.drafting.recall import Recalled
from l10n.drafting.tags import TaggedText
from l10n.drafting.tags.counterpart import has_its_marks, words_of
from l10n.memory.memories import Memories
from l10n.memory.unit import EXACT
from l10n.model.inline import words

Known = Mapping[str, Recalled]


def with_words(
    texts: Mapping[str, TaggedText],
    known: Known,
    languages: tuple[str, str],
    options: Options,
    memories: Memories | None,
) -> Known:
    """What is known of whole texts, and for those with tags of their words, where that is more alike.

    Of a text with other tags only the words count.
    """
    bare = {text: _bare(tagged) for text, tagged in texts.items() if not _is_certain(tagged, known.get(text))}
    asked = {words: None for text, words in bare.items() if words and words != text}
    by_words = recall.recall(asked, languages, options, memories) if asked else {}
    chosen = {text: _chosen(texts[text], known.get(text), by_words.get(words)) for text, words in bare.items()}
    return {**known, **{text: match for text, match in chosen.items() if match}}


def forms(texts: Mapping[str, TaggedText]) -> Mapping[str, str]:
    """The name of the form of each text."""
    return {text: inline.name_of(tagged.form) for text, tagged in texts.items()}


def _bare(tagged: TaggedText) -> str:
    return " ".join(words(tagged.form.parse(tagged.text)).split())


def _is_certain(tagged: TaggedText, match: Recalled | None) -> bool:
    return match is not None and not match.bare and _percent(match) >= EXACT and has_its_marks(tagged, match.draft.text)


def _chosen(tagged: TaggedText, whole: Recalled | None, of_words: Recalled | None) -> Recalled | None:
    """The match of the words if it is closer than the whole with its own tags, else that."""
    if (
        whole
        and not whole.bare
        and has_its_marks(tagged, whole.draft.text)
        and (not of_words or _percent(whole) >= _percent(of_words))
    ):
        return whole
    match = of_words if of_words and (not whole or _percent(of_words) >= _percent(whole)) else whole
    if match is None:
        return None
    (leg,) = match.draft.legs
    draft = replace(match.draft, legs=(replace(leg, text=words_of(tagged, match.draft.text)),))
    return Recalled(draft, bare=True)


def _percent(match: Recalled) -> int:
    """`92% reviewed`."""
    return int(match.draft.match.split("%")[0])
