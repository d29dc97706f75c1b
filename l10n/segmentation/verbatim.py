r"""Blocks that are nobody's to translate: their whole text fits one of the patterns of the settings.

verbatim = ['\{\{.*\}\}', '\d+']

The patterns are regular expressions as Python's `re` has them. They are somebody's, so those that would take all memory
are refused, and one that takes too long on a text ends the reading of its file.
"""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

import regex

from l10n.config import Config, quoted
from l10n.documents.lines import located
from l10n.errors import L10nError
from l10n.model import Block
from l10n.text.lines import one_line

_LONGEST = 500
"""Characters of a pattern."""
_MOST_REPEATS = 1000
"""Product of all counts in a pattern: `regex` writes out what is repeated so often."""
_PATIENCE = 0.5
"""Seconds for a pattern and a text: a thousand times what it takes."""
_COUNT = re.compile(r"\{(\d+)")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What is kept out of translation."""

    patterns: tuple[regex.Pattern[str], ...] = ()
    settings: Path = Path()
    """The file that has them."""

    def holds(self, block: Block, path: Path) -> bool:
        """The block of this file stays as it is. Raises L10nError for a pattern that takes too long."""
        text = one_line(block.text.strip())
        return any(self._fits(pattern, text, located(path, block.line)) for pattern in self.patterns)

    def _fits(self, pattern: regex.Pattern[str], text: str, where: str) -> bool:
        try:
            return bool(pattern.fullmatch(text, timeout=_PATIENCE))
        except (TimeoutError, MemoryError):
            message = f"{where}: the pattern {quoted(pattern.pattern)} takes too long"
            hint = f"write it without a repetition within another: 'verbatim' in {self.settings}"
            raise L10nError(message, hint) from None


def verbatim(settings: Config) -> Verbatim:
    """What the settings keep out of translation. Raises L10nError for what is no pattern, or too big a one."""
    file = settings.file or Path("pyproject.toml")
    return Verbatim(tuple(_compiled(pattern, file) for pattern in settings.verbatim), file)


def _compiled(pattern: str, file: Path) -> regex.Pattern[str]:
    where = f"{file}: 'verbatim': {quoted(pattern)}"
    # A number of twenty digits may be no count, and is no reason to make a bigger one.
    if (
        len(pattern) > _LONGEST
        or math.prod(max(int(count[:9]), 1) for count in _COUNT.findall(pattern)) > _MOST_REPEATS
    ):
        raise L10nError(f"{where} is too big a pattern", f"up to {_LONGEST} characters, repeated {_MOST_REPEATS} times")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)  # no calls of itself, which take all memory
            return regex.compile(pattern)
    except (re.error, regex.error, RecursionError, OverflowError, MemoryError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        hint = r"write a regular expression for the whole text of a block: '\{\{.*\}\}'"
        raise L10nError(f"{where} is no pattern: {reason}", hint) from None
