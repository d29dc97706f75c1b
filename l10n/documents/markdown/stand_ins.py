"""What stands for parts of a Markdown file that a renderer is not to see as they are."""

from __future__ import annotations

EXPRESSION, AUTOLINK, BLANK_LINE = "XqxQ", "XqjQ", "XqkQ"
"""How begins what stands for a template expression, and for the address of an autolink; what stands for a blank line
before HTML, as a paragraph.
"""
STAND_INS = EXPRESSION, AUTOLINK, BLANK_LINE
