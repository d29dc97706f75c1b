"""A table of the settings: its values by their kinds, and errors that name file and key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from l10n.config import heading, quoted
from l10n.errors import L10nError
from l10n.languages.codes import meant, ours

Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """Takes values out of a table, and knows what to call them; each raises L10nError for a value of another kind."""

    def __init__(self, file: Path, section: str, values: Mapping[str, object]) -> None:
        self.file, self.section, self.values = file, section, values

    def only(self, *known: str, more: str = "") -> None:
        """L10nError for a key that is none of these."""
        for key in self.values:
            if key not in known:
                raise self.error(key, "is unknown", f"known: {', '.join(known)}{more}")

    def text(self, key: str) -> str | None:
        """A string or a whole number; None if it is not set."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise self.error(key, f"must be a string, not {quoted(value)}", f'write: {key} = "…"')
        return value if isinstance(value, str) else quoted(value)

    def member(self, key: str, kind: type[Choice]) -> Choice | None:
        """One of the values of the enumeration; None if it is not set."""
        value = self.text(key)
        if value is not None and value not in list(kind):
            raise self.error(key, f"cannot be {quoted(value)}", f"one of: {', '.join(kind)}")
        return None if value is None else kind(value)

    def percent(self, key: str) -> int | None:
        """A whole number up to 100; None if it is not set."""
        value = self.values.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100):
            return value
        raise self.error(key, f"must be a whole number from 0 to 100, not {quoted(value)}", f"write: {key} = 95")

    def number(self, key: str, default: int) -> int:
        """A whole number from 0 on."""
        value = self.values.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise self.error(key, f"must be a whole number, not {quoted(value)}", f"write: {key} = {default}")

    def texts(self, key: str, what: str = "strings") -> list[str]:
        """A list of strings, empty if it is not set."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.error(key, f"must be a list of {what}, not {quoted(value)}", f'write: {key} = ["…"]')
        return value

    def table(self, key: str) -> Table:
        """The table below this key."""
        value = self.values[key]
        section = f"{self.section}.{key}"
        if not isinstance(value, dict):
            bare = key.replace("-", "").replace("_", "").isalnum() and key.isascii()
            name = key if bare else f'"{key}"'
            raise self.error(key, "must be a table", f"write: {heading(self.file, f'{self.section}.{name}')}")
        return Table(self.file, section, value)

    def languages(self) -> Iterator[tuple[str, Table]]:
        """The tables of languages, however these are written; L10nError for two of one language."""
        seen = set[str]()
        for key in self.values:
            if not (lang := self.language(key)):
                continue
            if lang in seen:
                raise self.error(key, f"is a second table for '{lang}'", "make one of them")
            seen.add(lang)
            yield lang, self.table(key)

    def language(self, key: str) -> str:
        """The language that this key means; one that is not known in full only if it is a table's: `id` is a word."""
        return ours(key) or (meant(key) if isinstance(self.values[key], dict) else "")

    def error(self, key: str, what: str, hint: str) -> L10nError:
        """What is wrong with this key."""
        return L10nError(f"{self.file}: {quoted(f'{self.section}.{key}')} {what}", hint)
