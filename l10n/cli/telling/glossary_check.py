"""What people are told of a glossary that is examined: what is wrong with it, and how catalogues use it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.model.findings import Severity
from l10n.reports.figures import amount
from l10n.workflow.glossary.check import GlossaryChecked

if TYPE_CHECKING:
    from l10n.glossary_audit.usage import MissingTerm, TermUsage

_COUNTED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def tell_checked(checked: GlossaryChecked, counts: Mapping[Severity, int], console: Console, verbose: bool) -> None:
    """Problems, a table of the terms, and how many problems there are so far, in all files of the run."""
    for problem in checked.problems:
        if verbose or problem.severity is not Severity.INFO:
            result(f"{shown(checked.path)}:{problem.line}: {problem.severity}: {problem.message}")
    if checked.usage:
        _tell_usage(checked.usage.terms, checked)
        for missing in checked.usage.missing if verbose else ():
            result(_missing(missing, checked.source))
    problems = ", ".join(amount(counts[severity], word) for severity, word in _COUNTED.items() if counts[severity])
    console.insist(f"{shown(checked.path)}: {amount(checked.terms, 'term')}, {problems or 'nothing to report'}")


def _tell_usage(terms: tuple[TermUsage, ...], checked: GlossaryChecked) -> None:
    from l10n.reports.terms import usage_table

    rows, unused = [], []
    for usage in terms:
        name = " | ".join(usage.term.words.get(checked.source, ()))
        if usage.sources:
            shares = [(usage.missing.get(lang, 0), usage.translations.get(lang, 0)) for lang in checked.targets]
            rows.append((name, usage.sources, shares))
        else:
            unused.append(name)
    usage_table(rows, checked.targets, sys.stdout)
    if unused:
        result(f"in no source: {', '.join(filter(None, unused))}")


def _missing(missing: MissingTerm, source: str) -> str:
    term = missing.term
    word, words = term.words[source][0], " or ".join(term.words[missing.language])
    note = f" (note: {term.note})" if term.note else ""
    return f"{shown(missing.path)}:{missing.line}: {Severity.INFO}: “{word}” is not “{words}” here{note}"
