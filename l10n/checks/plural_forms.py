"""A plural form is missing, empty, or one too many.

The header's Plural-Forms says how many there are: two in English and Azerbaijani, three in Russian and Ukrainian. An
empty form that no whole number takes is noted: some tools write a fourth Russian one, for fractions.

Bad ru: %d Datei / %d Dateien | %d файл / %d файла
Bad:  %d Datei / %d Dateien | %d file /␣
Good ru: %d Datei / %d Dateien | %d файл / %d файла / %d файлов
Good: %d Datei / %d Dateien | %d file / %d files
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from gettext import c2py

from l10n.checks import CatalogueView, Hit
from l10n.languages import record
from l10n.languages.plurals import form_count
from l10n.model import Entry, State
from l10n.model.findings import Severity

SEVERITY = Severity.ERROR

_RULE = re.compile(r"[\s;]plural=([^;\n]*)")
_NUMBERS = (*range(1000), 10**6, 10**6 + 1, 2 * 10**6, 10**9)
"""Those by which a form is known to be in use: some languages have one of millions."""


def check_entry(entry: Entry, _state: State, catalogue: CatalogueView) -> Iterator[Hit]:
    """Entries with msgid_plural, unless they are empty altogether."""
    if not entry.plural or not any(entry.msgstr_plural):
        return
    wanted, whose = _count(catalogue)
    if wanted and len(entry.msgstr_plural) != wanted:
        count = len(entry.msgstr_plural)
        yield Hit(f"{count} plural form{'s' * (count != 1)}, {whose} has {wanted}")
    empty = [number for number, text in enumerate(entry.msgstr_plural) if not text.strip()]
    used = _used(_value(catalogue)) if empty else None
    for number in empty:
        needless = used is not None and number not in used
        yield Hit(f"plural form {number} is empty", severity=Severity.INFO if needless else None)


def _count(catalogue: CatalogueView) -> tuple[int, str]:
    """What the header says, else what we know, and which of them; 0 if nobody knows."""
    count = form_count(_value(catalogue))
    if count is not None:
        return count, "the header"
    return form_count(record(catalogue.language).plural_forms) or 0, "the language"


@lru_cache
def _used(value: str) -> frozenset[int] | None:
    """The forms that whole numbers take; None if nobody knows."""
    match = _RULE.search(value)
    try:
        rule = c2py(match[1].strip()) if match else None
        return frozenset(map(rule, _NUMBERS)) if rule else None
    except (ValueError, ZeroDivisionError):
        return None


def _value(catalogue: CatalogueView) -> str:
    return dict(catalogue.header).get("Plural-Forms", "")
