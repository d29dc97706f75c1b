"""JSON as all our JSON files are written."""

from __future__ import annotations

import json
from typing import TextIO

from l10n.reports.characters import HIDDEN, whole


def dump(value: object, out: TextIO) -> None:
    """Indented, with a line feed at the end, and with characters as they are but for those that nobody can see."""
    text = whole(json.dumps(value, ensure_ascii=False, indent=2))
    out.write(HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")
