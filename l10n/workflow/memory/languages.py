"""Languages as the memory has them."""

from __future__ import annotations

from l10n.languages.codes import base


def stored(code: str | None) -> str | None:
    """The base code, whatever the country: of our languages ours, of others theirs; None stands for all languages."""
    return base(code) if code else code
