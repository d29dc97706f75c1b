"""Can a package work, model and tokenizer?"""

from __future__ import annotations

from pathlib import Path

from l10n.engines.argos.packages.metadata import Metadata
from l10n.engines.argos.tokenization import open_tokenizer
from l10n.engines.decoding.soundness import FAILURES, check, reason


def fault(package: Path, about: Metadata) -> str:
    """Why the package in this folder cannot work; empty if nothing is found."""
    try:
        pieces = check(package / "model", prefixed=bool(about.target_prefix))
    except FAILURES as error:
        return reason(error)
    try:
        open_tokenizer(package, about.source, about.target, pieces)
    except FAILURES as error:
        return f"broken tokenizer: {reason(error)}"
    return ""
