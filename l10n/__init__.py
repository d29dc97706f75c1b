"""Drafts a German article in other languages, offline, as gettext catalogues that translators review."""

from pathlib import Path

__version__ = "0.2.0"
SLIM = Path(__file__).with_name("requirements.txt")
"""Exact versions of all that l10n imports, a copy of requirements.lock: `l10n doctor --slim`."""
