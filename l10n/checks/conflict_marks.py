r"""The text has several versions, with msgcat's marks between them.

`msgcat` and `msgmerge` put `#-#-#-#-#` and the name of the file above each version of a text that differs between
files. Keep one version, without the marks.

Bad:  Haus | #-#-#-#-#  a.po (demo 1)  #-#-#-#-#\nhouse\n#-#-#-#-#  b.po (demo 1)  #-#-#-#-#\nhome
Bad:  %d Haus / %d Häuser | #-#-#-#-#  a.po  #-#-#-#-#\n%d house / %d houses
Good: Haus #-# | house #-#
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry, State
from l10n.model.findings import Severity

SEVERITY = Severity.ERROR
ALONE = True

_MARK = re.compile(r"^#-#-#-#-#  .*  #-#-#-#-#$", re.MULTILINE)


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[int | None, Hit]]:
    """Once for the header."""
    if any(_MARK.search(value) for field in catalogue.header for value in field):
        yield None, Hit("the header has several versions: keep one of each field")


def check_entry(entry: Entry, _state: State, _catalogue: CatalogueView) -> Iterator[Hit]:
    """Once an entry; comments may have such marks."""
    for text in entry.texts:
        if "#-#-#" in text and _MARK.search(text):
            yield Hit("several versions of the text: keep one")
            return
