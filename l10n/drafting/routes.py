"""Moved to l10n.engines.routes."""

from l10n.engines.routes import engine_name, routes

__all__ = ["engine_name", "routes"]
