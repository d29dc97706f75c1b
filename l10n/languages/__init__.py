"""The languages: a record each in a file of its own, and no other module names one.

To add a language, write `l10n/languages/<code>.py` with a `LANGUAGE`; its lists of words, if it has any, stand in
`data/<code>/`. What the record leaves out is neutral (`l10n.languages.record`).
"""

from __future__ import annotations

from l10n.languages.codes import language
from l10n.languages.record import Language, Tier
from l10n.languages.table import LANGUAGES, PIVOT, SOURCE, TARGETS, ordered, record

__all__ = ["LANGUAGES", "PIVOT", "SOURCE", "TARGETS", "Language", "Tier", "language", "ordered", "record"]
