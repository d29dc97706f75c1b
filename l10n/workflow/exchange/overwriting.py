"""An exported file may have come back with new texts, and nobody has imported them yet: it is not written over."""

from __future__ import annotations

import os
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.targets import CatalogueTargets
from l10n.errors import L10nError, RefusalError
from l10n.reports.characters import shown


def check_nothing_is_lost(path: Path, targets: CatalogueTargets) -> None:
    """Raise RefusalError if the file has something that is not in the catalogues; L10nError if it is none of ours."""
    from l10n.exchange import kinds
    from l10n.exchange.gate.admission import admit

    if not os.path.lexists(path):
        return
    try:
        incoming = kinds.of_file(path).read(path)
    except L10nError:
        raise L10nError(f"{shown(path)}: is there already, and not what `l10n export` made", "name another") from None
    hint = f"l10n import {shown(path)}, then export again; or export into another file"
    for catalogue in incoming.catalogues:
        target = targets.find(catalogue.name, catalogue.document, catalogue.language)
        done = admit(po.read(target), catalogue.units) if target else None
        if done is None or any(unit.taken or unit.refusal or unit.waits for unit in done.units):
            raise RefusalError(f"{shown(path)}: has texts or states that are not in the catalogues yet", hint)
    if incoming.refused:
        raise RefusalError(f"{shown(path)}: has texts that cannot be imported", hint)
