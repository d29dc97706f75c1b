"""A mark of reStructuredText was lost, or leads elsewhere.

Of :ref:`text <target>` and `text <address>`_ the text is translated, and role, target and address stay; a literal in
double backticks and a |substitution| are kept. With one backtick too few, Sphinx shows the marks, and much else after
them, as they are.

Bad:  Siehe :ref:`die Liste <methods>`. | See the list.
Bad:  Siehe :ref:`die Liste <methods>`. | See :ref:`the list <list>`.
Bad:  Siehe :ref:`die Liste <methods>`. | See : ref:`the list <methods>`.
Bad:  Nimm ``open`` und ``close``. | Use ``open`` and `close``.
Bad:  Nimm ``open`` und ``close``. | Use ``open`` and close.
Bad:  Die Version |release| hat ``x``. | The version has ``x``.
Good: Siehe :ref:`die Liste <methods>`. | See the :ref:`list of methods <methods>`.
Good: Nimm :func:`open` und :mod:`site`. | Use :mod:`site` and :func:`open <open>`.
Good: Siehe `das Wiki <https://example.org/w>`_. | See `the wiki <https://example.org/w>`_.
Good: Klicke auf :guilabel:`Öffnen`, nicht auf `Neu'. | Click :guilabel:`Open`, not `New'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.rest import PLAIN, RestMark, is_rest, marks

RAW = True
SEVERITY = Severity.ERROR


def check(pair: Pair) -> Iterator[Hit]:
    """As many marks of each kind as in the source, which lead where those do; backticks in pairs."""
    if pair.parts is not None or not is_rest(pair):
        return
    if pair.target.count("`") % 2 > pair.source.count("`") % 2:
        end = pair.target.rindex("`")
        yield Hit("there is one backtick too many, or too few", (end, end + 1))
        return
    source, target = list(marks(pair.source)), list(marks(pair.target))
    left, targets = Counter(mark.kind for mark in target), {mark.target for mark in target}
    again = Counter(mark.kind for mark in source) - Counter(kind for kind, _ in {_said(mark, pair) for mark in source})
    for mark in source:
        left[mark.kind] -= 1
        shown = pair.source[slice(*mark.span)]
        if left[mark.kind] < 0:
            severity = Severity.INFO if mark.kind == PLAIN or left[mark.kind] >= -again[mark.kind] else Severity.WARNING
            yield Hit(f"{mark.kind} {shown} is missing", source_span=mark.span, severity=severity)
        elif mark.target and mark.target not in targets:
            message = f"{mark.target} is missing, which {shown} leads to"
            yield Hit(message, source_span=mark.span, severity=Severity.WARNING)


def _said(mark: RestMark, pair: Pair) -> tuple[str, str]:
    """What the mark says; what is said again may be a pronoun in the translation."""
    return mark.kind, pair.source[slice(*mark.span)]
