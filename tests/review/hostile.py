"""Strings that would like to be more than text, and pages that consist of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

STRINGS = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 1</script>",
    "--><!--<script>",
    '<img src=x onerror="window.hacked = 1">',
    "\"'><svg onload=window.hacked=1>",
    "' autofocus onfocus='window.hacked=1",
    "</textarea></title></style><b>bold</b>",
    "javascript:window.hacked=1",
    "\u2028window.hacked = 1\u2029",
    "${window.hacked = 1} `${1}`",
    "{{ 7 * 7 }}{% raw %}",
    "$& $1 {entry} {all} %s",
    "\\u003cb\\u003e \\",
    "\u202eright to left\u2066\x00\x1b[31m",
    "__proto__",
    "&lt;b&gt; &amp;",
)

T = TypeVar("T")


def hostile(value: T, string: str) -> T:
    """With the string in place of every string inside; keys also get a number, for they have to differ."""
    strange: T = _hostile(value, string)
    return strange


def _hostile(value: Any, string: str) -> Any:
    if isinstance(value, str):
        return string
    if isinstance(value, tuple):
        return tuple(_hostile(one, string) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {field.name: _hostile(getattr(value, field.name), string) for field in fields(value)}
    return replace(value, **_told_apart(changes))


def _told_apart(changes: Mapping[str, Any]) -> dict[str, Any]:
    if "key" not in changes:
        return dict(changes)
    return {**changes, "key": f"{changes['key']}{changes['sheet']}.{changes['number']}"}
