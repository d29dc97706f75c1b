"""What people are told of a run of `l10n draft` that takes its time."""

from __future__ import annotations

from l10n.cli.lines import duration
from l10n.workflow.draft import Outlook, Pace


def line(pace: Pace) -> str:
    """How far it is, how fast, and how long it will take."""
    rate = 60 * pace.words / max(pace.seconds, 1)
    far = f"{pace.catalogues} of {pace.total} catalogues"
    return f"{far}, {pace.words} words in {duration(pace.seconds)}, {rate:.0f} a minute, {duration(pace.left)} left"


def ahead(outlook: Outlook) -> str:
    """What there is to do."""
    time = "how long that takes is unknown" if outlook.seconds is None else f"about {duration(outlook.seconds)}"
    texts = "1 text" if outlook.texts == 1 else f"{outlook.texts} texts"
    return f"to draft: {texts}, {outlook.words} words; {outlook.remembered} drafts from the memory; {time}"
