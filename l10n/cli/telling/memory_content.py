"""What people see of the content of the translation memory: units and numbers."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.workflow.memory.search import MemorySearched
from l10n.workflow.memory.stats import MemoryCounted


def tell_hits(searched: MemorySearched, console: Console) -> None:
    """Each unit with its score, its languages and who has changed it last."""
    for index, hit in enumerate(searched.hits):
        unit = hit.unit
        shared = f"from {hit.memory}" if hit.memory else ""
        by = " ".join(filter(None, (unit.origin.value, unit.who, unit.when[:10], shared)))
        result(f"{chr(10) if index else ''}{hit.score:3} %  {unit.source_language} → {unit.language}  {by}")
        result(f"  {unit.source_language}: {_line(unit.source)}\n  {unit.language}: {_line(unit.target)}")
    if not searched.hits:
        console.say("nothing like it in the memory")


def tell_counts(counted: MemoryCounted) -> None:
    """Units by languages and origin, machine translations by packages, first drafts, and the size of the file."""
    stats = counted.stats
    for (source, target, origin), count in stats.units.items():
        result(f"{source} → {target}  {origin.value:9} {count:>9,} {'unit' if count == 1 else 'units'}")
    for packages, count in stats.translations.items():
        result(f"{packages}  {count:,} machine translations")
    result(f"first drafts: {stats.drafts:,}\n{shown(counted.path)}: {stats.size / 1e6:.1f} MB")


def _line(text: str) -> str:
    return " ".join(text.split())
