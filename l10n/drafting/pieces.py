"""Drafts of texts with placeholders: line by line, and in pieces where a line has lost one of its placeholders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from l10n.engines import Route
from l10n.engines.routes import engine_name
from l10n.model import Draft, Entry, Leg
from l10n.text import placeholders

Drafts = Mapping[str, Draft]
"""What the packages made of a text that was given to them."""


def lost_pieces(lines: Iterable[tuple[str, Collection[str]]], drafts: Drafts) -> Iterator[str]:
    """What stands between the placeholders of those lines whose translation does not have them."""
    for text, flags in lines:
        if not _whole(text, flags, drafts):
            yield from (
                piece.text for piece in placeholders.split(text, flags) if not piece.fixed and piece.text != text
            )


def _whole(text: str, flags: Collection[str], drafts: Drafts) -> Draft | None:
    draft = drafts.get(text)
    return draft if draft and placeholders.survive(text, draft.text, flags) else None


def put_together(text: str, flags: Collection[str], drafts: Drafts, route: Route) -> Draft | None:
    """The text put together again; None if a part has no translation or the placeholders are not the same."""
    if not route:
        return None
    parts: list[Draft | str] = []
    for line in placeholders.lines(text, flags):
        whole = None if line.fixed else _whole(line.text, flags, drafts)
        for piece in (line,) if line.fixed or whole else placeholders.split(line.text, flags):
            part = piece.text if piece.fixed else whole or drafts.get(piece.text)
            if part is None:
                return None
            parts.append(part)
    whole = joined(parts, route)
    return whole if placeholders.survive(text, whole.text, flags) else None


def joined(parts: Sequence[Draft | str], route: Route) -> Draft:
    """One draft of parts that went this route, and of what is copied between them."""
    return Draft(engine_name(route), tuple(_leg(parts, index, package.name) for index, package in enumerate(route)))


def _leg(parts: Sequence[Draft | str], index: int, package: str) -> Leg:
    """One package's share of a text in parts; its score is the mean of theirs, if all have one."""
    texts = (part if isinstance(part, str) else part.legs[index].text for part in parts)
    legs = [part.legs[index] for part in parts if isinstance(part, Draft)]
    repairs, lost = (
        tuple(dict.fromkeys(name for some in all_ for name in some))
        for all_ in ([leg.repairs for leg in legs], [leg.lost for leg in legs])
    )
    scores = [leg.score for leg in legs if leg.score is not None]
    score = sum(scores) / max(len(scores), 1) if len(scores) == len(legs) else None
    return Leg(package, "".join(texts), score, repairs=repairs, lost=lost)


def fits(entry: Entry, draft: Draft) -> bool:
    """The draft has the placeholders of the msgid, and the same white space at its edges."""
    return _edges(draft.text) == _edges(entry.msgid) and placeholders.survive(entry.msgid, draft.text, entry.flags)


def _edges(text: str) -> tuple[str, str]:
    """The white space before and after."""
    body = text.strip()
    head, _, tail = text.partition(body) if body else (text, "", "")
    return head, tail
