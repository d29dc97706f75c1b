"""The units that were refused, in a file beside the one that they came in: of its kind, else JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from l10n.exchange import kinds
from l10n.exchange.gate import AdmittedUnit
from l10n.files.leftovers import keep_beside


def keep(path: Path, refused: Sequence[AdmittedUnit]) -> Path:
    """Write the file, over none that says something else; its path. Raises WriteError."""
    data = kinds.of_file(path).leftover(path, [unit.returned for unit in refused])
    return keep_beside(path, ".json", _json(refused)) if data is None else keep_beside(path, path.suffix, data)


def _json(refused: Sequence[AdmittedUnit]) -> bytes:
    units = [
        {
            "where": unit.returned.where,
            "unit": unit.returned.unit,
            "source": unit.returned.source,
            "texts": unit.returned.texts,
            "claim": unit.returned.claim.name.lower(),
            "comment": unit.returned.comment,
            "reason": unit.refusal.reason if unit.refusal else "",
        }
        for unit in refused
    ]
    return json.dumps(units, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"
