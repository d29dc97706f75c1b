"""What a unit has, however a program has cut it: its segments are put together again, or it is told what is missing.

1.2 cuts within a unit by `<mrk mtype="seg">`, 2.1 by several `<segment>` and `<ignorable>`, whose translations may have
another order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.exchange.xliff import MEMOQ, SDL
from l10n.exchange.xliff.content import LostCodeError, table
from l10n.exchange.xliff.profiles import TargetState
from l10n.exchange.xliff.tree import XmlNode

_FAR = 1_000_000


@dataclass(frozen=True, slots=True)
class UnitContent:
    """A unit's texts, and what is said of each of its segments."""

    source: str
    text: str
    said: tuple[TargetState, ...]
    fault: str = ""
    """Why nobody can tell what its translation is."""


def unit_content(unit: XmlNode) -> UnitContent:
    """The texts of a `<trans-unit>` of 1.2 or a `<unit>` of 2.x."""
    try:
        return _of_12(unit) if unit.name == "trans-unit" else _of_21(unit)
    except LostCodeError as error:
        return UnitContent("", "", (), str(error))


def _of_12(unit: XmlNode) -> UnitContent:
    codes = table(unit)
    source = "".join(map(codes.text, unit.named("source")[:1]))
    target = next(iter(unit.named("target")), None)
    text = codes.text(target) if target else ""
    said = _said_12(unit, target)
    return UnitContent(source, text, said, _missing_12(unit, target) if text.strip() else "")


def _said_12(unit: XmlNode, target: XmlNode | None) -> tuple[TargetState, ...]:
    """The same of all segments, but for what Trados says of each."""
    values = target.attributes if target else {}
    approved = unit.attributes.get("approved") == "yes"
    said = TargetState(values.get("state", ""), values.get("state-qualifier", ""), approved, unit.own(MEMOQ, "status"))
    segments = [segment for part in unit.named("seg-defs") for segment in part.named("seg") if segment.namespace == SDL]
    return tuple(said._replace(own=segment.attributes.get("conf", "")) for segment in segments) or (said,)


def _missing_12(unit: XmlNode, target: XmlNode | None) -> str:
    """Segments of the source that have no translation, while others do."""
    wanted = {name for part in unit.named("seg-source") for name, text in _marked(part) if text.strip()}
    there = {name for name, text in _marked(target) if text.strip()} if target else set()
    if not there or wanted <= there:
        return ""
    return f"{len(wanted - there)} of its {len(wanted)} segments are not translated"


def _marked(node: XmlNode) -> list[tuple[str, str]]:
    segments = []
    left = [node]
    while left:
        for child in left.pop().children:
            if child.name == "mrk" and child.attributes.get("mtype") == "seg":
                segments.append((child.attributes.get("mid", ""), child.text))
            else:
                left.append(child)
    return segments


def _of_21(unit: XmlNode) -> UnitContent:
    codes = table(unit)
    parts = unit.named("segment", "ignorable")
    source = "".join(codes.text(node) for part in parts for node in part.named("source")[:1])
    segments = [part for part in parts if part.name == "segment"]
    done = [part for part in segments if _has_target(part)]
    if not done:
        return UnitContent(source, "", tuple(map(_said_21, segments)))
    missing = len(segments) - len(done)
    fault = f"{missing} of its {len(segments)} segments are not translated" if missing else ""
    text = "".join(codes.text(_shown(part)) for part in _in_order(parts))
    return UnitContent(source, text, tuple(map(_said_21, segments)), fault)


def _has_target(segment: XmlNode) -> bool:
    """An empty one is none, unless it stands for white space alone."""
    blank = not any(node.text.strip() or list(node.children) for node in segment.named("source"))
    return blank or any(node.contents for node in segment.named("target"))


def _shown(part: XmlNode) -> XmlNode:
    """Its translation; of what is between segments and has none, the source."""
    targets = part.named("target") or (part.named("source") if part.name == "ignorable" else [])
    return targets[0] if targets else XmlNode("", "", {}, part.line, part.start)


def _in_order(parts: Sequence[XmlNode]) -> list[XmlNode]:
    """The parts as their translations stand, where `order` says so."""
    numbers = [_order(part, index) for index, part in enumerate(parts, start=1)]
    return [part for _, part in sorted(zip(numbers, parts, strict=True), key=lambda pair: pair[0])]


def _order(part: XmlNode, otherwise: int) -> int:
    said = "".join(target.attributes.get("order", "") for target in part.named("target")[:1])
    return min(int(said[:9]), _FAR) if said.isascii() and said.isdecimal() else otherwise


def _said_21(segment: XmlNode) -> TargetState:
    values = segment.attributes
    return TargetState(values.get("state", "initial"), values.get("subState", ""))
