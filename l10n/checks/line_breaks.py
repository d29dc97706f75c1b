r"""Line breaks at the beginning or the end, or their number, differ.

`msgfmt` refuses a text that ends with a line break when its source does not. Within a text, lines may be laid out on
purpose.

Bad:  Datei\n | File
Bad:  Eins\nZwei | One, two
Good: Eins\nZwei | One\nTwo
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

RAW = True
SEVERITY = Severity.ERROR


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
    if edges and source.count("\n") != target.count("\n"):
        count = target.count("\n")
        breaks = "1 line break" if count == 1 else f"{count} line breaks"
        yield Hit(f"{breaks}, the source has {source.count(chr(10))}", severity=Severity.WARNING)
