"""Escapes and attributes of the XML that we write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr


def words(text: str) -> str:
    """The text as content of an element; a carriage return that is bare would be read as a line feed."""
    return escape(text, {"\r": "&#13;"})


def attribute(name: str, value: str) -> str:
    """The attribute with a space before it, its line breaks as they are."""
    return f" {name}={quoteattr(value)}"


def attributes(values: Mapping[str, str]) -> str:
    """Those that are not empty."""
    return "".join(attribute(name, value) for name, value in values.items() if value)


def element(name: str, values: Mapping[str, str], content: str) -> str:
    """The element with this content, which is XML already."""
    return f"<{name}{attributes(values)}>{content}</{name}>"


def block(name: str, values: Mapping[str, str], contents: Iterable[str]) -> str:
    """The element with a line for each of its contents that is not empty."""
    lines = [f"<{name}{attributes(values)}>", *filter(None, contents), f"</{name}>"]
    return "\n".join(lines)
