"""What people are told of a run of `l10n check` besides its report, and of the checks themselves."""

from __future__ import annotations

from l10n.checking.fix import Fixed
from l10n.checks import checks
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.telling import source_texts
from l10n.languages import language
from l10n.model.events import Event
from l10n.reports.figures import amount
from l10n.workflow.check import NoDictionary
from l10n.workflow.source_languages import LeftOut, SourceLanguages

_NEEDS = {
    "capitals": "it has no capitals",
    "cities": "no list of places",
    "dash": "its dash is not known",
    "evidence": "nothing tells it from others",
    "function_words": "no list of small words",
    "names": "how it writes names is not known",
    "negation": "its negations are not known",
    "never_last": "no list of words that need another",
    "number_words": "no list of numbers in words",
    "typography": "its typography was not measured",
    "units": "no list of units",
    "weekdays": "no list of days",
}
"""Why a check is off, by what it needs."""


def tell(event: Event, console: Console) -> None:
    """All but the report."""
    match event:
        case Fixed(path, drafts, human) if drafts or human:
            people = f", {human} of people's texts, fuzzy now" if human else ""
            console.say(f"{shown(path)}: repaired {amount(drafts, 'draft')}{people}")
        case SourceLanguages() | LeftOut():
            source_texts.tell(event, console)
        case NoDictionary(lang, folder):
            console.say(f"{lang}: no dictionary in {shown(folder)}: nobody looks at its spelling")
        case _:
            pass


def list_checks(verbose: bool, lang: str | None) -> None:
    """A line a check on stdout, with why it is off for a language; how each is meant below it, if asked for."""
    width = max(map(len, checks()))
    known = language(lang) if lang else None
    for name, check in checks().items():
        missing = ", ".join(_NEEDS[need] for need in check.missing(known.code)) if known else ""
        off = f" (off for {known.name}: {missing})" if known and missing else ""
        result(f"{name:{width}}  {check.rule.severity:7}  {check.rule.title}{off}")
        if verbose:
            result("\n".join(f"    {line}".rstrip() for line in check.rule.help.splitlines()) + "\n")
