"""What of technical texts is alike in every language: units after a value, names of files, options and variables."""

from __future__ import annotations

import re

from l10n.text.visible import FILLER

_UNITS = (
    r"px|pt|r?em|[dp]pi|fps|rpm|ppm|[nmcdk]?m|[nmµ]?s|min|h|m?[gl]|kg|dB|m?[AWV]|K"
    r"|[kMGT]i?B|B|[kMGT]?bit|[kMG]?bps|[kMG]?Hz"
)
_ALIKE = re.compile(
    rf"(?<=[\d{FILLER}])[ \u00a0\u202f]?(?:{_UNITS})(?:/(?:s|h|min))?(?!\w)"
    r"|(?<![\w-])--?[A-Za-z][\w-]*"  # --verbose
    r"|[A-Za-z]:\\[^\n\"*?<>|]*"  # C:\Program Files
    r"|(?<![\w/])~?/[\w.-]+(?:/[\w.-]*)*"  # /etc/passwd
    r"|(?<!\w)\w*[a-z0-9]_[a-z0-9]\w*"  # foo_bar
    r"|(?<![\w-])\w[\w-]*(?:\.\w[\w-]*)+"  # README.md
)
_UNIT = re.compile(rf"(?<=[\d{FILLER}])(?:{_UNITS})(?!\w)")


def without_names(plain: str) -> str:
    """The plain text with `FILLER` for each character of what nobody translates."""
    return _ALIKE.sub(lambda match: FILLER * len(match[0]), plain)


def is_unit(plain: str, start: int) -> bool:
    """A unit begins here, right after a figure or a placeholder: the px of `%dpx`."""
    return _UNIT.match(plain, start) is not None
