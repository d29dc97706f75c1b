"""Texts of others in Markdown: HTML with every sign of Markdown as an entity, so that none has any effect."""

from __future__ import annotations

import re

from l10n.reports.characters import visible

_MARKUP = re.compile(r"[#$&*:<>@\[\\\]_`|~]")


def entities(text: str) -> str:
    """The text on one line."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", visible(text))
