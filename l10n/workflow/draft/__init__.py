"""Drafts: catalogues follow the articles, and what has no text gets one, from the memory or from packages."""

from __future__ import annotations

from l10n.workflow.draft.outlook import Outlook
from l10n.workflow.draft.pace import Pace
from l10n.workflow.draft.request import DraftCounts, DraftReport, DraftRequest, OtherPivots, ToDraft
from l10n.workflow.draft.run import draft

__all__ = ["DraftCounts", "DraftReport", "DraftRequest", "OtherPivots", "Outlook", "Pace", "ToDraft", "draft"]
