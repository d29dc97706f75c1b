"""What may be an error in a program or its manual: what is wrong there whatever the text is.

An article is sentences. A text of a program may be a key, an example, a command, a mask of a date, a list of keywords
or the markup of another format, and much that is wrong in a sentence is right there. So an error of a check that is not
in `EVIDENCE`, or without the evidence that is asked for there, is a warning in the catalogues of programs and manuals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from l10n.catalogue.template import is_segment
from l10n.checking import mark_evidence, word_evidence
from l10n.checking.examination import RawFinding
from l10n.checks import CatalogueView
from l10n.model import sampled
from l10n.model.findings import Severity

Evidence = Callable[[RawFinding, CatalogueView], bool]
"""Whether a finding is surely right; its docstring says when, in `docs/checks.md`."""

_CODE = re.compile("`|<code>")
_OF_STRUCTURE = frozenset({"markdown", "tags"})
_MANY = 10
"""One of so many texts has code."""


def certain(raws: Iterable[RawFinding], catalogue: CatalogueView) -> list[RawFinding]:
    """The findings; in a catalogue of a program or a manual, errors without evidence are warnings."""
    raws = list(raws)
    if not any(raw.severity is Severity.ERROR for raw in raws) or not _is_technical(catalogue):
        return raws
    return [raw if _is_certain(raw, catalogue) else replace(raw, severity=Severity.WARNING) for raw in raws]


def _is_technical(catalogue: CatalogueView) -> bool:
    """It is of a program or its manual: documents are if many texts have code."""
    if catalogue.kind not in mark_evidence.DOCUMENTS:
        return catalogue.kind.is_technical
    some = sampled(catalogue.entries)
    return sum(_CODE.search(entry.msgid) is not None for entry in some) * _MANY >= len(some)


def _is_certain(raw: RawFinding, catalogue: CatalogueView) -> bool:
    if raw.severity is not Severity.ERROR:
        return True
    if raw.check in _OF_STRUCTURE and raw.entry is not None and is_segment(raw.entry):
        return True  # `l10n build` refuses its article
    evidence = EVIDENCE.get(raw.check)
    return evidence is not None and evidence(raw, catalogue)


def _always(_: RawFinding, __: CatalogueView) -> bool:
    """Always."""
    return True


EVIDENCE: Mapping[str, Evidence] = {
    "brackets": _always,
    "conflict-marks": _always,
    "control-characters": _always,
    "duplicates": _always,
    "foreign-letters": _always,
    "glossary": _always,
    "header": _always,
    "homoglyphs": word_evidence.is_small_word,
    "language": word_evidence.is_no_comment,
    "line-breaks": _always,
    "markdown": mark_evidence.has_emphasis,
    "mixed-script": word_evidence.is_mistyped,
    "placeholders": mark_evidence.fails,
    "plural-forms": _always,
    "pod": _always,
    "quotes": mark_evidence.is_unpaired,
    "repetition": word_evidence.is_repeated,
    "rest": _always,
    "same-as-source": word_evidence.is_sentence,
    "source-left": word_evidence.is_clause,
    "syntax": _always,
    "tags": mark_evidence.loses_markup,
    "tokens": _always,
}
