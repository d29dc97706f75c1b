r"""Line breaks at the beginning or the end, or their number, differ.

`msgfmt` refuses a text that ends with a line break when its source does not. Within a text, lines may be laid out on
purpose; long ones and the columns of help texts are wrapped anew, and a different number of them is a note.

Bad:  Datei\n | File
Bad:  Eins\nZwei | One, two
Good: Eins\nZwei | One\nTwo
Good: \n␣␣␣␣Datei␣\n␣␣␣␣ | \nFile
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

RAW = True
SEVERITY = Severity.ERROR

_WRAPPED = 35
"""Characters of a line from which it may have been wrapped, and not laid out."""
_COLUMNS = re.compile(r"^ *-|\S {2,}\S", re.M)
"""An option, or its explanation beside it."""


def check(pair: Pair) -> Iterator[Hit]:
    """Edges as `msgfmt --check`; inside, the number of breaks, a warning."""
    if "\n" not in pair.source_chars and "\n" not in pair.target_chars:
        return
    source, target = pair.source, pair.target
    edges = True
    if source.startswith("\n") != target.startswith("\n"):
        edges = False
        yield Hit(
            f"{'begins' if target[:1] == chr(10) else 'does not begin'} with a line break, unlike the source", (0, 1)
        )
    if source.endswith("\n") != target.endswith("\n"):
        edges = False
        end = len(target)
        yield Hit(
            f"{'ends' if target[-1:] == chr(10) else 'does not end'} with a line break, unlike the source",
            (end - 1, end),
        )
    wanted, count = (text.strip().count("\n") for text in (source, target))
    if edges and wanted != count:
        breaks = "1 line break" if count == 1 else f"{count} line breaks"
        severity = Severity.INFO if _is_wrapped(source) or _is_wrapped(target) else Severity.WARNING
        yield Hit(f"{breaks}, the source has {wanted}", severity=severity)


def _is_wrapped(text: str) -> bool:
    lines = text.strip().split("\n")
    return len(lines) > 1 and (max(map(len, lines)) > _WRAPPED or _COLUMNS.search(text) is not None)
