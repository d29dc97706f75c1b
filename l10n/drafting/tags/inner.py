"""Words within a mark: the alternative text of a picture, the title of a link. They are translated by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from l10n.documents.inline import InlineForm
from l10n.drafting.tags import InlineMark, TaggedText
from l10n.model.inline import words

Answers = Mapping[str, str]
"""Translations of texts that were given to the packages by themselves."""
_QUOTES = "\"'"


def texts(tagged: TaggedText) -> Iterator[str]:
    """What is to be translated within the marks of the text."""
    for mark in tagged.marks:
        for start, end in mark.inner:
            text = _words(mark.text[start:end], tagged.form)
            if any(map(str.isalpha, text)):
                yield text


def rendered(mark: InlineMark, form: InlineForm, answers: Answers) -> str:
    """The mark with its words translated, as far as there are answers."""
    text = mark.text
    for start, end in sorted(mark.inner, reverse=True):
        answer = answers.get(_words(mark.text[start:end], form))
        if answer:
            quote = text[start - 1 : start]
            new = form.escape(" ".join(answer.split()))
            text = text[:start] + (new.replace(quote, f"\\{quote}") if quote in _QUOTES else new) + text[end:]
    return text


def _words(text: str, form: InlineForm) -> str:
    return words(form.parse(text)).strip()
