"""Content with inline elements -> the text, each element as what it stands for in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from l10n.exchange.xliff import OURS
from l10n.exchange.xliff.tree import XmlNode

_TRANSPARENT = frozenset({"mrk", "sub"})
_NOTHING = frozenset({"sm", "em"})
_NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Of 1.2: they hold what stands for them."""
_PAIRED = frozenset({"g", "pc"})
_HIGHEST = 0x10FFFF


class LostCodeError(Exception):
    """An element stands for nothing that is known of the unit."""


@dataclass(slots=True)
class CodeTable:
    """What the codes of a unit stand for, by their numbers: a copy that a program has made may not say it any more."""

    opening: dict[str, str] = field(default_factory=dict)
    closing: dict[str, str] = field(default_factory=dict)
    alone: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    """`<originalData>` of 2.1, by id."""

    def text(self, node: XmlNode) -> str:
        """The text that is in the element; LostCodeError for a code that nobody knows."""
        return "".join(content if isinstance(content, str) else self._element(content) for content in node.contents)

    def _element(self, node: XmlNode) -> str:
        number = node.attributes.get("id", "")
        name = node.name
        if name in _TRANSPARENT:
            return self.text(node)
        if name in _NOTHING:
            return ""
        if name in _PAIRED:
            return f"{self._opening(node, number)}{self.text(node)}{self._closing(node, number)}"
        if name == "cp":
            return _character(node.attributes.get("hex", ""))
        if name in {"bx", "sc"}:
            return self._opening(node, node.attributes.get("rid", number) if name == "bx" else number)
        if name in {"ex", "ec"}:
            return self._closing(node, node.attributes.get("rid") or node.attributes.get("startRef", number))
        return self._alone(node, number)

    def _opening(self, node: XmlNode, number: str) -> str:
        said = _said(node, "open"), self.data.get(_reference(node, "dataRefStart"))
        return _known(node, *said, self.opening.get(number))

    def _closing(self, node: XmlNode, number: str) -> str:
        said = _said(node, "close"), self.data.get(_reference(node, "dataRefEnd"))
        return _known(node, *said, self.closing.get(number))

    def _alone(self, node: XmlNode, number: str) -> str:
        said = _said(node, "code"), self.data.get(_reference(node, "dataRef"))
        native = node.text if node.name in _NATIVE and node.contents else None
        return _known(node, *said, self.alone.get(number), native)


def table(unit: XmlNode) -> CodeTable:
    """What the elements of a unit say of themselves, its source first."""
    codes = CodeTable(data={data.attributes.get("id", ""): data.text for data in _data(unit)})
    for node in _elements(unit):
        number = node.attributes.get("id", "")
        sides = (
            (codes.opening, "open", "dataRefStart"),
            (codes.closing, "close", "dataRefEnd"),
            (codes.alone, "code", "dataRef"),
        )
        for known, own, reference in sides:
            said = _said(node, own)
            text = codes.data.get(node.attributes.get(reference, "")) if said is None else said
            if text is not None:
                known.setdefault(number, text)
    return codes


def _data(unit: XmlNode) -> Iterator[XmlNode]:
    for original in unit.named("originalData"):
        yield from original.named("data")


def _elements(node: XmlNode) -> Iterator[XmlNode]:
    for child in node.children:
        yield child
        yield from _elements(child)


def _said(node: XmlNode, name: str) -> str | None:
    return node.attributes.get(f"{OURS} {name}")


def _reference(node: XmlNode, name: str) -> str:
    """`sc` and `ec` of 2.1 have one reference."""
    return node.attributes.get(name) or node.attributes.get("dataRef", "")


def _known(node: XmlNode, *texts: str | None) -> str:
    known = next((text for text in texts if text is not None), None)
    if known is None:
        raise LostCodeError(f'<{node.name} id="{node.attributes.get("id", "")}"> stands for nothing that is known')
    return known


def _character(code: str) -> str:
    try:
        number = int(code[:8], 16)
    except ValueError:
        number = -1
    if not 0 <= number <= _HIGHEST:
        raise LostCodeError(f'<cp hex="{code[:8]}"> is no character')
    return chr(number)
