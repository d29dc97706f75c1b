"""Attributes that name the language of a file: another language, another direction of writing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from l10n.documents.html.elements import LANGUAGES
from l10n.documents.html.scanning import Role, scan
from l10n.documents.html.tokens import Attribute, HtmlToken, TokenKind, attributes, value
from l10n.languages import record
from l10n.languages.codes import base


class Renaming(NamedTuple):
    """What stands for a span of the text."""

    start: int
    end: int
    text: str


def renamings(text: str, source: str, target: str) -> Iterator[Renaming]:
    """What changes in a text so that it says that it is in the target language where it says the source's, in order."""
    directions = (_direction(source), _direction(target))
    for scanned in scan(text):
        token = scanned.token
        if (
            token.kind is TokenKind.START
            and scanned.role is not Role.KEPT
            and "lang" in text[token.start : token.end].lower()
        ):
            yield from sorted(_renamed(text, token, (source, target), directions))


def _renamed(text: str, tag: HtmlToken, names: tuple[str, str], directions: tuple[str, str]) -> Iterator[Renaming]:
    own = {attribute.name: attribute for attribute in reversed(list(attributes(text, tag)))}
    if "hreflang" in own and "alternate" in _said(text, own, "rel").split():
        del own["hreflang"]  # it tells one edition from another
    named = [own[name] for name in LANGUAGES & own.keys() if _means(value(text, own[name]), names[0])]
    for attribute in named:
        yield Renaming(attribute.start, attribute.end, names[1].replace("_", "-"))
    if directions[0] == directions[1] or not any(attribute.name != "hreflang" for attribute in named):
        return
    if "dir" not in own:
        yield Renaming(*(tag.start + 1 + len(tag.name),) * 2, f' dir="{directions[1]}"')
    elif _said(text, own, "dir").strip() == directions[0]:
        yield Renaming(own["dir"].start, own["dir"].end, directions[1])


def _said(text: str, own: dict[str, Attribute], name: str) -> str:
    return value(text, own[name]).lower() if name in own else ""


def _means(named: str, lang: str) -> bool:
    """A regional form of the language is the language."""
    return bool(named.strip()) and base(named) == base(lang)


def _direction(lang: str) -> str:
    return record(base(lang)).direction
