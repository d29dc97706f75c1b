r"""A line of the file breaks the rules of the PO format.

l10n reads it all the same, but `msgfmt` refuses the whole file, and an editor may drop the line. `l10n normalize`
writes the file anew by the rules.

Bad:  msgid "Haus"\n# a comment\nmsgstr "house"\n
Bad:  msgid "Haus"\nmsgstr "ho\use"\n
Bad:  #| msgid "Hau"\n# a comment\nmsgid "Haus"\nmsgstr "house"\n
Bad:  msgid "Haus"\nmsgstr "ho"\n#~ "use"\n
Good: # a comment\n#| msgid "Hau"\nmsgid "Haus"\nmsgstr "ho" "use"\n
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model.findings import Severity

SEVERITY = Severity.ERROR


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[int | None, Hit]]:
    """The faults that the reading of the file has found."""
    for line, message in catalogue.faults:
        yield None, Hit(message, line=line)
