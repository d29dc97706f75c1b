"""The nouns: what a document is made of, and what stands in a catalogue. Values only, no files."""

from __future__ import annotations

from l10n.model.document import Block, BlockKind, Display, Document, Piece, PieceKind, Remark, Segment
from l10n.model.draft import Draft, Leg
from l10n.model.entry import FUZZY, Catalogue, Entry, Key, flagged, itself, sampled
from l10n.model.inline import InlinePart
from l10n.model.span import Span
from l10n.model.status import ACCEPTED, READ, SIGNED, STALE, TENTHS, Counts, Require, State, Status

__all__ = [
    "ACCEPTED",
    "FUZZY",
    "READ",
    "SIGNED",
    "STALE",
    "TENTHS",
    "Block",
    "BlockKind",
    "Catalogue",
    "Counts",
    "Display",
    "Document",
    "Draft",
    "Entry",
    "InlinePart",
    "Key",
    "Leg",
    "Piece",
    "PieceKind",
    "Remark",
    "Require",
    "Segment",
    "Span",
    "State",
    "Status",
    "flagged",
    "itself",
    "sampled",
]
