"""A sentence of a source text is too long.

Readers lose the thread, and engines and translators make most mistakes there: make two of it. The limit is 60 words;
`longest-sentence` in the settings (`[tool.l10n.check]`) has another one, 0 for none. Translations are not looked at.

Bad de-de: | eins zwei drei vier fünf sechs
Good de-de: | eins zwei drei
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry, State
from l10n.model.findings import Severity
from l10n.text.words import word_pattern

SEVERITY = Severity.WARNING
ALONE = True


def check_entry(entry: Entry, _state: State, catalogue: CatalogueView) -> Iterator[Hit]:
    """Sentences, one an entry."""
    count = len(word_pattern(catalogue.language).findall(entry.msgstr)) if catalogue.longest else 0
    if count > catalogue.longest:
        yield Hit(f"a sentence of {count} words; up to {catalogue.longest} are readable", (0, 0))
