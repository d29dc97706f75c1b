"""What an examination tells: how something is, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.errors import L10nError
from l10n.model.events import Event


class Health(StrEnum):
    """How something is."""

    FINE = "ok"
    HINT = "hint"
    """It works, and could be better."""
    WRONG = "wrong"
    """A command will fail because of it."""


@dataclass(frozen=True, slots=True)
class Diagnosis(Event):
    """How one thing is."""

    topic: str
    """`versions`, `settings`, `packages`, `memory`, `editors` or `git`."""
    health: Health
    text: str
    remedy: str = ""
    """The command that helps, or what to set in a program without commands."""


def of_error(topic: str, error: L10nError) -> Diagnosis:
    """What a command would end with."""
    return Diagnosis(topic, Health.WRONG, error.message, error.hint)
