"""Where what is kept as it is ends: verbatim tags, and parts of a text that are for nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from l10n.documents.inline.commonmark.events import MarkdownEvent
from l10n.documents.inline.tags import VERBATIM
from l10n.documents.switches import SWITCH

_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z]++)(?=[\s/>])")


def ends(events: Sequence[MarkdownEvent]) -> Mapping[int, int]:
    """For each event of HTML that begins something kept the number of the one that ends it, if nothing is half inside.

    They are read backwards, once: what begins in a pair of marks ends within it, or does not end.
    """
    closing: dict[int, int] = {}
    following: list[dict[str, int]] = [{}]
    for number in range(len(events) - 1, -1, -1):
        event = events[number]
        if event.kind == "End":
            following.append({})
        elif event.kind == "Start" and len(following) > 1:
            following.pop()
        elif event.kind == "InlineHtml":
            name, is_end = _kept(event.value)
            if is_end:
                following[-1][name] = number
            elif name in following[-1]:
                closing[number] = following[-1][name]
    return closing


def _kept(html: str) -> tuple[str, bool]:
    """The name of what begins or ends there, empty if that is nothing of the kind, and whether it ends."""
    if (tag := _TAG.match(html)) and (name := tag["name"].lower()) in VERBATIM:
        return name, bool(tag["slash"])
    switch = SWITCH.match(html)
    return ("l10n", switch["word"] == "on") if switch else ("", False)
