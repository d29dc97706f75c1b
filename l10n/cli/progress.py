"""Progress: lines, or bars where there is a terminal to draw them on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from l10n.cli.lines import ProgressLines


def opened(say: Callable[[str], None], bars: bool) -> ProgressLines:
    """Bars if they are wanted and stderr is a terminal, which in CI is nobody's; else lines."""
    if not bars or not sys.stderr.isatty() or os.environ.get("CI"):
        return ProgressLines(say)
    from l10n.cli.bars import ProgressBars

    return ProgressBars(say)
