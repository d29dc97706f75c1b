"""What the code of l10n says, for tests of rules that no program checks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import l10n

ROOT = Path(l10n.__file__).parent


def modules(*without: str) -> list[Path]:
    """All modules but those of these rooms, as `catalogue/bookkeeping`."""
    rooms = [ROOT / room for room in without]
    return [path for path in sorted(ROOT.rglob("*.py")) if not any(path.is_relative_to(room) for room in rooms)]


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each string that the module works with: docstrings, of fields too, are for people."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
