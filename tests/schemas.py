"""JSON Schemas are the documentation of what programs read: what each field is stands in them alone."""

from __future__ import annotations

from typing import Any


def undescribed(schema: dict[str, Any], kind: dict[str, Any]) -> list[str]:
    """Fields of this object of the schema that say nowhere what they are: neither there nor where they point."""
    return [name for name, field in kind["properties"].items() if not _is_described(schema, field)]


def _is_described(schema: dict[str, Any], field: dict[str, Any]) -> bool:
    target = schema["$defs"].get(field.get("$ref", "").removeprefix("#/$defs/"), {})
    return bool(field.get("description") or target.get("description"))
