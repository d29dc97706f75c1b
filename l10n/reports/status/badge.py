"""A badge for a README: an SVG that needs no font and no network, the same bytes as long as the figures are."""

from __future__ import annotations

import unicodedata
from html import escape

from l10n.languages import record
from l10n.model import State
from l10n.reports.status.figures import Total, progress

LABEL = "#555555"
REVIEWED, DONE, MANY, SOME, NONE = "#0b6b3a", "#2e7d32", "#4f7a0d", "#9a5700", "#6a6a6a"
"""White text on them has the contrast that WCAG AA asks for."""
_HALF = 50
_PADDING = 6
_NARROW, _WIDE = frozenset(" !'(),.:;I[]fijlrt|"), frozenset("%@MWmw")
_WIDTHS = {"narrow": 4.2, "wide": 10.8, "full": 11.0, "other": 7.1}
"""Pixels of a character of Verdana, 11 pixels high. With another font, `textLength` squeezes or stretches the text."""

_BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{title}">
  <title>{title}</title>
  <rect width="{width}" height="20" rx="3" fill="{colour}"/>
  <path d="M3 0H{edge}V20H3A3 3 0 0 1 0 17V3A3 3 0 0 1 3 0Z" fill="{label}"/>
  <g fill="#ffffff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
    <text x="{padding}" y="14" textLength="{left}" lengthAdjust="spacingAndGlyphs">{name}</text>
    <text x="{start}" y="14" textLength="{right}" lengthAdjust="spacingAndGlyphs">{message}</text>
  </g>
</svg>
"""


def badge(total: Total) -> str:
    """As `Russian | 87 % translated`: the share of the words, see `figures.progress`."""
    share, kind = progress(total.counts)
    name, message = record(total.language).name, f"{share} % {kind}" if total.counts.segments else "no text"
    left, right = _width(name), _width(message)
    edge = left + 2 * _PADDING
    return _BADGE.format(
        width=edge + right + 2 * _PADDING,
        title=escape(f"{name}: {message}"),
        colour=_colour(share, kind),
        edge=edge,
        label=LABEL,
        padding=_PADDING,
        left=left,
        name=escape(name),
        start=edge + _PADDING,
        right=right,
        message=escape(message),
    )


def _colour(share: int, kind: str) -> str:
    if kind == State.REVIEWED:
        return REVIEWED
    if share == 100:
        return DONE
    if share >= _HALF:
        return MANY
    return SOME if share else NONE


def _width(text: str) -> int:
    """Pixels, more or less."""
    return round(sum(_WIDTHS[_kind(character)] for character in text))


def _kind(character: str) -> str:
    if unicodedata.east_asian_width(character) in "FW":
        return "full"
    return "narrow" if character in _NARROW else "wide" if character in _WIDE else "other"
