"""A part of a text. Values only, no files."""

from __future__ import annotations

Span = tuple[int, int]
"""Characters: the offset of the first one, and the offset after the last one; equal ones for no part at all."""
