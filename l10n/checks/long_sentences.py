"""A sentence of a source text is too long.

Readers lose the thread, and engines and translators make most mistakes there: make two of it. The limit is 60 words;
`longest-sentence` in the settings (`[tool.l10n.check]`) has another one, 0 for none. Translations are not looked at.

Bad de-de: | eins zwei drei vier fünf sechs
Good de-de: | eins zwei drei
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry
from l10n.model.findings import Severity
from l10n.text.words import word_pattern

SEVERITY = Severity.WARNING
ALONE = True


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[Entry | None, Hit]]:
    """Sentences, one an entry."""
    for entry in catalogue.entries if catalogue.longest else ():
        count = len(word_pattern(catalogue.language).findall(entry.msgstr))
        if count > catalogue.longest:
            yield entry, Hit(f"a sentence of {count} words; up to {catalogue.longest} are readable", (0, 0))
