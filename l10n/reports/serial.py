"""JSON as all our JSON files are written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import TextIO

from l10n.reports.characters import HIDDEN, whole


def dump(value: object, out: TextIO) -> None:
    """Indented, with a line feed at the end, and with characters as they are but for those that nobody can see.

    An iterator is an array whose values are never all in memory.
    """
    for part in _parts(value, "\n"):
        out.write(HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", whole(part)))
    out.write("\n")


def _parts(value: object, line_end: str) -> Iterator[str]:
    inner = f"{line_end}  "
    if isinstance(value, dict) and value:
        for number, (key, each) in enumerate(value.items()):
            yield f"{',' if number else '{'}{inner}{encode_basestring(key)}: "
            yield from _parts(each, inner)
        yield f"{line_end}}}"
    elif isinstance(value, list) and len(value) == 1:
        yield f"[{inner}"
        yield from _parts(value[0], inner)
        yield f"{line_end}]"
    elif isinstance(value, Iterator):
        mark = "["
        for each in value:
            yield f"{mark}{inner}{_written(each, inner)}"
            mark = ","
        yield "[]" if mark == "[" else f"{line_end}]"
    else:
        yield _written(value, line_end)


def _written(value: object, line_end: str) -> str:
    """As json.dumps(…, indent=2) does, which takes four times as long: with an indent it works without C."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, (dict, list, tuple)) and value:
        inner = f"{line_end}  "
        if isinstance(value, dict):
            rows = [f"{encode_basestring(key)}: {_written(each, inner)}" for key, each in value.items()]
            return f"{{{inner}{f',{inner}'.join(rows)}{line_end}}}"
        return f"[{inner}{f',{inner}'.join([_written(each, inner) for each in value])}{line_end}]"
    return str(value) if type(value) is int else json.dumps(value)
