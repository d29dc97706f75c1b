"""What `[tool.l10n.build]` of the settings says of finished articles: for all, by language, by document.

[tool.l10n.build]
fallback = "source"

[tool.l10n.build.ru]
require = "reviewed"
complete = 95

[tool.l10n.build."legal/*"]
complete = 100
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n.building import Fallback
from l10n.building.patterns import matches
from l10n.building.selection import Rules
from l10n.building.slugs import AnchorRules
from l10n.config import quoted
from l10n.languages.codes import meant
from l10n.model import Document, Require
from l10n.tables import Table

_KEYS = ("require", "fallback", "complete", "notice", "anchors")
_CONTROLS = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Threshold:
    """When there is an article; None is what is not said."""

    require: Require | None = None
    fallback: Fallback | None = None
    complete: int | None = None
    """Percent of the segments that have to reach `require`, if there is something that stands for the others."""
    notice: bool | str | None = None
    """Whether readers are told of machine text that nobody has reviewed, or in which words."""
    anchors: AnchorRules | None = None
    """By whose rules headings get anchors."""

    def over(self, other: Threshold) -> Threshold:
        """This, and what the other says where this says nothing; `fail` and a share of segments take turns.

        A notice that is only wanted has the words that the other has for it.
        """
        fallback, complete = self.fallback, self.complete
        if fallback is None and not (complete is not None and other.fallback is Fallback.FAIL):
            fallback = other.fallback
        if complete is None and self.fallback is not Fallback.FAIL:
            complete = other.complete
        is_other = self.notice is None or (self.notice is True and isinstance(other.notice, str))
        notice = other.notice if is_other else self.notice
        require = self.require if self.require is not None else other.require
        return Threshold(require, fallback, complete, notice, self.anchors or other.anchors)

    def rules(self, mark: bool) -> Rules:
        """A share of the segments is enough only if something stands for the others: their source text, unless said."""
        return Rules(
            self.require or Require.TRANSLATED,
            self.fallback or (Fallback.FAIL if self.complete is None else Fallback.SOURCE),
            mark,
            self.complete or 0,
            self.notice or False,
            self.anchors or AnchorRules.GITHUB,
        )


@dataclass(frozen=True, slots=True)
class BuildSetting:
    """A table of the settings: for which articles it is, and what it says."""

    pattern: str
    """Of documents; empty for all."""
    language: str
    """Empty for all."""
    threshold: Threshold

    def holds(self, document: Document, lang: str) -> bool:
        """For this article."""
        return self.language in {"", lang} and (not self.pattern or matches(document, self.pattern))


def threshold(settings: tuple[BuildSetting, ...], document: Document, lang: str) -> Threshold:
    """What the settings say of an article; later ones win over earlier."""
    result = Threshold()
    for setting in settings:
        if setting.holds(document, lang):
            result = setting.threshold.over(result)
    return result


def read(values: Mapping[str, object], file: Path) -> tuple[BuildSetting, ...]:
    """The tables, those of languages after that for all, those of documents last; L10nError names file and key."""
    return tuple(_settings(Table(file, "build", values), ""))


def _settings(table: Table, pattern: str) -> Iterator[BuildSetting]:
    patterns = [] if pattern else [key for key in table.values if _is_pattern(key)]
    own = {key: value for key, value in table.values.items() if not table.language(key) and key not in patterns}
    more = ", and languages" if pattern else ', languages, and documents: "guide/*"'
    yield BuildSetting(pattern, "", _threshold(Table(table.file, table.section, own), more))
    for lang, part in table.languages():
        yield BuildSetting(pattern, lang, _threshold(part))
    for key in patterns:
        yield from _settings(table.table(key), key)


def _is_pattern(key: str) -> bool:
    """It may name documents, and is no key with a mistake in it."""
    return not meant(key) and any(character in key for character in "/*?[.")


def _threshold(table: Table, more: str = "") -> Threshold:
    table.only(*_KEYS, more=more)
    return Threshold(
        table.member("require", Require),
        table.member("fallback", Fallback),
        table.percent("complete"),
        _notice(table),
        table.member("anchors", AnchorRules),
    )


def _notice(table: Table) -> bool | str | None:
    value = table.values.get("notice")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip() and not _CONTROLS.search(value):
        return value.strip()
    what = f"must be true, false, or the words of the notice on one line, not {quoted(value)}"
    raise table.error("notice", what, "write: notice = true")
