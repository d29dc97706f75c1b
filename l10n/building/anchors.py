"""Anchors of headings, as renderers make them of their words: in a translation links to them would lead nowhere.

Only what leads nowhere in the article, and did in the source, gets another address: `#preise` becomes `#prices`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from urllib.parse import quote, unquote

from l10n.building.slugs import RULES, AnchorRules
from l10n.documents.encoding import encoding_of
from l10n.documents.inline.commonmark.events import events
from l10n.documents.inline.commonmark.links import MarkdownLink, headings, links
from l10n.documents.markdown.html_anchors import html_links, ids

_ADDRESS = re.compile(rb"\][(:]\s*+(?:[^\s)\]]|\](?![(:]\s))*+")
_HREF = re.compile(rb"href\s*+=[^#<>]*+#?")
"""In small letters. Both reach to the end of what may be an address: what is looked at once is not looked at again."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True)
class Anchors:
    """What links can lead to in a Markdown file."""

    headings: tuple[str, ...]
    """Of each heading, in the order of the file."""
    others: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """All of them."""
        return self.others.union(self.headings)


@dataclass(frozen=True, slots=True)
class Landing:
    """A file to which links lead, as it is in the language of the article."""

    anchors: Anchors
    renamed: Callable[[], Mapping[str, str]] = dict
    """Anchors of the source that are none here, and what they are here; asked for where a link needs it."""


Landings = Callable[[str], Landing | None]
"""The file at the end of a path, which is empty for the file itself; None if nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """A finished file."""

    data: bytes
    dead: tuple[str, ...] = ()
    """Addresses, each once, that lead to no anchor, and are not in the source, or lead somewhere there."""


def anchors(data: bytes, rules: AnchorRules) -> Anchors:
    """Those of a Markdown file."""
    body = _body(data)
    told = list(events(body))
    read = list(headings(told))
    made = iter(RULES[rules]([heading.words for heading in read if not heading.anchor]))
    return Anchors(tuple(heading.anchor or next(made) for heading in read), frozenset(ids(body, told)))


def renamed(source: bytes, article: bytes, rules: AnchorRules) -> dict[str, str]:
    """The anchors of the source that the article has not, and what they are there; the two have the same headings."""
    old, new = anchors(source, rules), anchors(article, rules)
    if len(old.headings) != len(new.headings):
        return {}
    pairs = zip(old.headings, new.headings, strict=True)
    return {before: after for before, after in pairs if before != after and before not in new.known}


def relinked(data: bytes, landing: Landings, source: bytes, origin: Landings) -> Relinked:
    """The file with links to the anchors that there are.

    `landing` is for paths in the article, `origin` for the same in the source, where links may lead nowhere already.
    """
    parts: list[bytes] = []
    dead: list[str] = []
    size = len(encoding_of(data).mark)
    position = 0
    for link, path, fragment in _with_fragments(data):
        target = landing(path)
        if target is None or fragment in target.anchors.known:
            continue
        to = target.renamed().get(fragment)
        if to is None:
            dead.append(link.to)
            continue
        start, end = (size + offset for offset in link.span)
        raw = data[start:end].partition(b"#")[0]
        parts += (data[position:start], raw, b"#", _encoded(to, link.to))
        position = end
    excused = _dead(source, origin) if dead else set()
    left = tuple(dict.fromkeys(to for to in dead if to not in excused))
    return Relinked(b"".join((*parts, data[position:])), left)


def _dead(source: bytes, origin: Landings) -> set[str]:
    """The addresses that lead nowhere in the source."""
    return {
        link.to
        for link, path, fragment in _with_fragments(source)
        if (target := origin(path)) is None or fragment not in target.anchors.known
    }


def may_link(data: bytes) -> bool:
    """Some link of the file may lead to an anchor; to know it for certain takes a parser."""
    addresses = chain(_ADDRESS.finditer(data), _HREF.finditer(data.lower()))
    return any(b"#" in address[0] for address in addresses)


def _with_fragments(data: bytes) -> Iterator[tuple[MarkdownLink, str, str]]:
    """Links to an anchor of this project, with path and anchor."""
    body = _body(data)
    told = list(events(body))
    for link in sorted([*links(body, told), *html_links(body, told)], key=lambda link: link.span):
        path, _, fragment = link.to.partition("#")
        if fragment and not _SCHEME.match(path):
            yield link, unquote(path), unquote(fragment)


def _body(data: bytes) -> bytes:
    return data[len(encoding_of(data).mark) :]


def _encoded(anchor: str, to: str) -> bytes:
    """As the source writes it: letters as they are, or percent-encoded."""
    return (quote(anchor) if "%" in to.partition("#")[2] else anchor).encode()
