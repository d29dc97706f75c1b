"""A file with some of its units alone, all else byte for byte."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from l10n.exchange.xliff.incoming import unit_name, unit_nodes
from l10n.exchange.xliff.tree import parsed


def leftover(path: Path, names: Collection[str]) -> bytes | None:
    """The bytes of the file without the units of other names; None for UTF-16, whose `>` is not one byte."""
    data = path.read_bytes()
    if b"\0" in data[:4]:
        return None
    units = [unit for file in parsed(path).named("file") for unit, _ in unit_nodes(file)]
    kept, last = [], 0
    for unit in sorted(units, key=lambda node: node.start):
        if unit_name(unit)[0] not in names:
            kept.append(data[last : unit.start])
            last = data.index(b">", unit.end) + 1
    return b"".join((*kept, data[last:]))
