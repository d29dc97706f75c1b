"""Why there is no article, and where somebody can do something about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from l10n.building import Fallback, Shortfall, StructureError
from l10n.building.selection import ChosenTexts, Rules
from l10n.documents.lines import located
from l10n.errors import L10nError, RefusalError
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.reports.characters import shown
from l10n.reports.figures import amount

_FEW = 5
"""Segments that are named when they stop an article: enough to begin with."""
_EXCERPT = 60


class UnfinishedError(L10nError):
    """There is no article, as its catalogue lacks translations: a finding."""

    exit_code = 1


def refuse_unfinished(selection: ChosenTexts, rules: Rules, out: Path, source: Path, catalogue: Path) -> None:
    """UnfinishedError if there must be no article, or nothing would be in it."""
    left_out = [rendering.origin is RenderingOrigin.NOTHING for rendering in selection.renderings]
    if left_out and all(left_out):
        message = f"{shown(out)}: not written, no segment is {rules.require}: nothing would be left"
        raise UnfinishedError(message, "keep the source text: --fallback source, or the drafts: --fallback draft")
    if selection.shortfalls and rules.fallback is Fallback.FAIL:
        missing = f"{len(selection.shortfalls)} of {amount(len(selection.renderings), 'segment')}"
        head = f"{shown(out)}: not written, {missing} not {rules.require}:"
        hint = "finish them, or say what stands for them: --fallback source, draft or omit"
        raise UnfinishedError("\n".join((head, *_named(selection.shortfalls, source, catalogue))), hint)
    total = len(selection.renderings)
    ready, needed = total - len(selection.shortfalls), -(-total * rules.complete // 100)
    if ready < needed:
        so_far = f"{ready} of {amount(total, 'segment')} {rules.require}"
        message = f"{shown(out)}: not written, {so_far}, {needed - ready} too few for {rules.complete} %"
        raise UnfinishedError(message, "finish them, or ask for less with --complete")


def refused_structure(error: StructureError, out: Path, source: Path, catalogue: Path) -> RefusalError:
    """The same error with the article and the entry."""
    where = _position(error.rendering, source, catalogue)
    return RefusalError(f"{shown(out)}: not written, {where}: {error.message}", error.hint)


def _named(shortfalls: Sequence[Shortfall], source: Path, catalogue: Path) -> Iterator[str]:
    """The first few, a line each."""
    for shortfall in shortfalls[:_FEW]:
        text = shortfall.segment.text
        excerpt = f"{text[:_EXCERPT]}{'…' if len(text) > _EXCERPT else ''}"
        yield f"  {_position(shortfall, source, catalogue)}: {shortfall.state}: {excerpt}"
    if len(shortfalls) > _FEW:
        yield f"  … and {len(shortfalls) - _FEW} more"


def _position(subject: Shortfall | Rendering, source: Path, catalogue: Path) -> str:
    """Where to look: in the catalogue, if the segment is in it."""
    own = (catalogue, subject.line) if subject.line else (source, subject.segment.line)
    return located(shown(own[0]), own[1])
