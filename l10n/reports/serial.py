"""JSON as all our JSON files are written."""

from __future__ import annotations

import json
from typing import TextIO

from l10n.reports.characters import whole


def dump(value: object, out: TextIO) -> None:
    """Indented, with characters as they are, and a line feed at the end."""
    out.write(whole(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")
