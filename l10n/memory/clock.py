"""The time, as the memory writes it."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from l10n.errors import L10nError


def now() -> str:
    """This second in UTC, ISO 8601; SOURCE_DATE_EPOCH (seconds) stands in for the clock."""
    return _time().strftime("%Y-%m-%dT%H:%M:%SZ")


def days_ago(days: int) -> str:
    """The moment so many days before now; L10nError if there was none."""
    try:
        return (_time() - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        raise L10nError(f"{days} days ago: before our era", "give fewer days") from None


def _time() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise L10nError(f"SOURCE_DATE_EPOCH={epoch}: not a number of seconds", "unset it, or set it rightly") from None
