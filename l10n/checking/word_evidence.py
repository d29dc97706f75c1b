"""Evidence that words are surely wrong, whatever the text is; each docstring says when, in `docs/checks.md`."""

from __future__ import annotations

import re

from l10n.checking.examination import RawFinding
from l10n.checks import CatalogueView
from l10n.pairs import one_script
from l10n.text.typography import typography
from l10n.text.words import listed

_TWICE = re.compile(r"([\w’'-]+(?: [\w’'-]+)*)(?:(?: |\n\s*)\1)+", re.IGNORECASE)
_RUNNING = 5
"""Words of a text from which it is more than a label."""
_BEGUN = re.compile(r"[\w\\&-]")
_ACCELERATED = re.compile(r"[&_]\w|-")
_GOES_ON = re.compile(r"\s[\w%${<«„“\"]")
_LATIN = re.compile("[A-Za-z]")
_NOTICE = re.compile(r"@|\(c\)|©|copyright|li[cz]en[cs]|лицензи|ліцензі", re.IGNORECASE)
_LITERAL = re.compile(r'\s*"(?:[^"\\]|\\.)*"[\s,;]*', re.DOTALL)
_COMMENT = ("//", "/*")
_SMALL_WORDS = re.compile(r"(?<![\w'’-])[a-zß-ÿ]+(?: [a-zß-ÿ]+){3,}(?![\w'’-])")
_QUOTED = re.compile(r"(?<!\w)[\"'«„“‘`][^\"«»„“”`]*?[\"'»“”’`](?!\w)")


def is_repeated(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """Whole words of a text of five or more follow themselves, with nothing between but a space or a line's end."""
    start, end = raw.hit.span
    match = _TWICE.fullmatch(raw.target[start:end])
    if match is None or len(raw.target.split()) < _RUNNING or not _are_whole(raw.target, start, end):
        return False
    words = match[1].lower().split()
    if len(words) == 1:
        return len(words[0]) > 1 or raw.target[start] == raw.target[end - 1]  # C с
    return not listed(catalogue.language, "function_words").issuperset(words)


def _are_whole(text: str, start: int, end: int) -> bool:
    """The words between these places are no parts of others, as before a hyphen or an accelerator."""
    return not _BEGUN.match(text[max(0, start - 1) : start]) and not _ACCELERATED.match(text, end)


def is_mistyped(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """All letters of the other script look like the word's own, or a long word has but one; or the source has the word
    in Latin letters. Not if its one strange letter is the key of a menu, behind `&`, which is typed on any keyboard.
    """
    start, end = raw.hit.span
    word = raw.target[start:end]
    is_key = raw.target[max(0, start - 1) : start] == "&" and word[:1].isascii() and not _LATIN.search(word, 1)
    return not is_key and one_script.is_mistyped(word, raw.source, catalogue.language)


def is_small_word(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """It is a word of one letter between spaces, before another word; in a language of Latin letters always."""
    customs, (start, end) = typography(catalogue.language), raw.hit.span
    if customs and not customs.cyrillic:
        return True
    before = raw.target[max(0, start - 1) : start]
    return end - start == 1 and not before.strip() and _GOES_ON.match(raw.target, end) is not None


def is_sentence(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """The text has two of the small words that every sentence has, no e-mail address, licence or copyright, and is no
    string of a program, in straight quotation marks.
    """
    small = listed(catalogue.source_language, "function_words").intersection(raw.source.split())
    is_kept = _NOTICE.search(raw.source) or _LITERAL.fullmatch(raw.source)
    return len(small) > 1 and not is_kept


def is_no_comment(raw: RawFinding, _: CatalogueView) -> bool:
    """It is no comment in code, which may have what a compiler says."""
    return not raw.target.lstrip().startswith(_COMMENT)


def is_clause(raw: RawFinding, catalogue: CatalogueView) -> bool:
    """Four small words in a row are those of the source, one such that every sentence has; not in quotation marks."""
    source, target = (" ".join(text.split()) for text in (raw.source, raw.target))
    runs = (run[0] for run in _SMALL_WORDS.finditer(_QUOTED.sub("", target)) if run[0] in source)
    small = listed(catalogue.source_language, "function_words")
    return any(not small.isdisjoint(run.split()) for run in runs)
