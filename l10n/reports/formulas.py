"""What a spreadsheet takes for a formula, and what keeps it from that. Source: OWASP, "CSV Injection"."""

from __future__ import annotations

SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a formula may begin; the last four are what East Asian spreadsheets take for the first."""
GUARD = "\t"
"""Stands before a text that begins so: an apostrophe would not survive that Excel saves the file."""
