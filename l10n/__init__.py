"""Drafts a German article in other languages, offline, as gettext catalogues that translators review."""

__version__ = "0.2.0"
