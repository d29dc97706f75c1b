"""A plural form is missing, empty, or one too many.

The header's Plural-Forms says how many there are: two in English and Azerbaijani, three in Russian and Ukrainian.

Bad ru: %d Datei / %d Dateien | %d файл / %d файла
Bad:  %d Datei / %d Dateien | %d file /␣
Good ru: %d Datei / %d Dateien | %d файл / %d файла / %d файлов
Good: %d Datei / %d Dateien | %d file / %d files
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Catalogue, Hit
from l10n.languages import LANGUAGES
from l10n.model import Entry, Severity

SEVERITY = Severity.ERROR

_COUNT = re.compile(r"nplurals\s*=\s*(\d+)")


def check_catalogue(catalogue: Catalogue) -> Iterator[tuple[Entry | None, Hit]]:
    """Entries with msgid_plural, unless they are empty altogether."""
    wanted = _count(catalogue)
    for entry in catalogue.entries:
        if entry.msgid_plural is None or not any(entry.msgstr_plural):
            continue
        if wanted and len(entry.msgstr_plural) != wanted:
            yield entry, Hit(f"{len(entry.msgstr_plural)} plural forms, the language has {wanted}")
        for number, text in enumerate(entry.msgstr_plural):
            if not text.strip():
                yield entry, Hit(f"plural form {number} is empty")


def _count(catalogue: Catalogue) -> int:
    """What the header says, else what we know; 0 if nobody knows."""
    fields = dict(catalogue.header)
    known = LANGUAGES.get(catalogue.language)
    match = _COUNT.search(fields.get("Plural-Forms", "")) or (_COUNT.search(known.plural_forms) if known else None)
    return int(match[1]) if match else 0
