"""Forms of an evaluation: one module each, found by its name, with `write(evaluation, out)`; values only."""

from __future__ import annotations

from typing import Protocol, TextIO, cast

from l10n import plugins
from l10n.evaluation.summary import Evaluation

FAMILY = "l10n.evaluation.formats"


class EvaluationFormat(Protocol):
    """A module of this family."""

    def write(self, evaluation: Evaluation, out: TextIO) -> None:
        """Write all figures."""


def load(name: str) -> EvaluationFormat:
    """The format of this name; L10nError that lists the right ones for a wrong one."""
    return cast(EvaluationFormat, plugins.load(FAMILY, name))
