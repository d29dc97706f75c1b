"""A plural form is missing, empty, or one too many.

The header's Plural-Forms says how many there are: two in English and Azerbaijani, three in Russian and Ukrainian.

Bad ru: %d Datei / %d Dateien | %d файл / %d файла
Bad:  %d Datei / %d Dateien | %d file /␣
Good ru: %d Datei / %d Dateien | %d файл / %d файла / %d файлов
Good: %d Datei / %d Dateien | %d file / %d files
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.languages import record
from l10n.languages.plurals import form_count
from l10n.model import Entry, State
from l10n.model.findings import Severity

SEVERITY = Severity.ERROR


def check_entry(entry: Entry, _state: State, catalogue: CatalogueView) -> Iterator[Hit]:
    """Entries with msgid_plural, unless they are empty altogether."""
    if not entry.plural or not any(entry.msgstr_plural):
        return
    wanted, whose = _count(catalogue)
    if wanted and len(entry.msgstr_plural) != wanted:
        count = len(entry.msgstr_plural)
        yield Hit(f"{count} plural form{'s' * (count != 1)}, {whose} has {wanted}")
    for number, text in enumerate(entry.msgstr_plural):
        if not text.strip():
            yield Hit(f"plural form {number} is empty")


def _count(catalogue: CatalogueView) -> tuple[int, str]:
    """What the header says, else what we know, and which of them; 0 if nobody knows."""
    count = form_count(dict(catalogue.header).get("Plural-Forms", ""))
    if count is not None:
        return count, "the header"
    return form_count(record(catalogue.language).plural_forms) or 0, "the language"
