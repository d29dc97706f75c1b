"""A code of Perl's documentation was lost or never closed.

`I<file>`, `B<tool>`, `C<code>` and `F<path>` give words a form, `L<page>` is a link and `E<lt>` a character; manual
pages that po4a reads have them, too. Translate what stands in them if it is words, and keep the letter and both
brackets: what is never closed spoils the rest of a page.

Bad:  Nimm I<Datei> in B<Werkzeug>. | Use I<file> in B<tool.
Bad:  Nimm I<Datei> in B<Werkzeug>. | Use <file> in B<tool>.
Bad:  Nimm I<Datei>. | Use file.
Bad:  Siehe L<perlpod(1)>. | See perlpod.
Good: Nimm I<Datei> in B<Werkzeug>. | Use I<file> in B<tool>.
Good: Die Datei E<lt>a>. | The file <a>.
Good ru: B<Hinweis>: Nimm I<Datei> oder lass I<Datei> weg. | B<Примечание>: можно указать I<файл>.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs import pod
from l10n.pairs.pair import Pair

RAW = True
SEVERITY = Severity.ERROR

_CHARACTERS = frozenset("EXZ")
"""Characters, index entries and nothing: there is another way to write them, or to do without."""


def check(pair: Pair) -> Iterator[Hit]:
    """As many different codes with words as in the source; each is closed."""
    if pair.parts is not None or not pod.is_pod(pair):
        return
    source, target = list(pod.codes(pair.source)), list(pod.codes(pair.target))
    if all(closed for *_, closed in source):
        for letter, span, closed in target:
            if not closed:
                yield Hit(f"{letter}< is never closed", (span[0], span[0] + 2))
    texts = _texts(pair.source, source)
    lost = len(texts) - len(_texts(pair.target, target))
    missing = [(text, span) for text, span in texts.items() if text not in pair.target] or list(texts.items())
    for text, span in missing[: max(lost, 0)]:
        yield Hit(f"{text} is missing", source_span=span, severity=Severity.WARNING)
    links = Counter(letter for letter, *_ in source)["L"] - Counter(letter for letter, *_ in target)["L"]
    if links > 0 >= lost:
        yield Hit("a link, L<…>, is missing", severity=Severity.WARNING)


def _texts(text: str, codes: list[tuple[str, Span, bool]]) -> dict[str, Span]:
    """The codes with words, each once: what is said twice in one language may be said once in the other."""
    return {text[slice(*span)]: span for letter, span, _ in codes if letter not in _CHARACTERS}
