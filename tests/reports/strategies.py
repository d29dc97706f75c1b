"""Reports with any texts at all."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from l10n.model import Counts, Span, State
from l10n.model.findings import Checked, Finding, Report, Rule, Severity, Unreadable
from l10n.model.kinds import TextKind

_NASTY = ["\n", "\r\n", "\t", "\x00", "\x1b[31m", "\ufffe", "\u2028", "\u202e", "[red]", "[/]", "<b>", "`", "|", "\\"]
_NASTY += [
    "%0A",
    "::",
    "](",
    "{0}",
    "]]>",
    "&lt;",
    "@me",
    "#1",
    ":smile:",
    "e\u0301",
    "👩\u200d🚀",
    "❤\ufe0f",
    "漢",
    "word ",
]
_CHECKS = ("end-punctuation", "numbers", "quotes")

ANY = st.lists(st.sampled_from([*_NASTY, "\ud800", "\udc80"]) | st.characters(), max_size=8).map("".join)
"""Any Unicode, with much that has a meaning somewhere, lone surrogates too."""
SOUND = st.lists(st.sampled_from(_NASTY) | st.characters(exclude_categories=["Cs"]), max_size=8).map("".join)
"""Without lone surrogates: what a UTF-8 file can hold."""


def _span(text: str, one: int, other: int) -> Span:
    one, other = one % (len(text) + 1), other % (len(text) + 1)
    return min(one, other), max(one, other)


def _findings(text: st.SearchStrategy[str]) -> st.SearchStrategy[Finding]:
    """Their path and language are those of the catalogue, set later."""
    number = st.integers(1, 9999)

    def finding(
        check: str,
        severity: Severity,
        texts: tuple[str, str, str],
        free: tuple[str | None, str | None],
        places: list[int],
    ) -> Finding:
        message, source, target = texts
        line, column, a, b, c, d = places
        key = (free[0], source)
        spans = _span(target, a, b), _span(source, c, d)
        return Finding(check, severity, message, Path(), line, column, "", key, source, target, *spans, free[1])

    free = st.tuples(st.none() | text, st.none() | text)
    texts = st.tuples(text, text, text)
    places = st.lists(number, min_size=6, max_size=6)
    return st.builds(finding, st.sampled_from(_CHECKS), st.sampled_from(Severity), texts, free, places)


def _reports(text: st.SearchStrategy[str], names: st.SearchStrategy[str]) -> st.SearchStrategy[Report]:
    def checked(path: Path, document: str, language: str, count: int, findings: list[Finding]) -> Checked:
        kinds = list(TextKind)
        placed = tuple(replace(finding, path=path, language=language) for finding in findings)
        counts = Counts({state: count % (place + 2) for place, state in enumerate(State)})
        return Checked(path, document, language, counts, placed, known=count % 3, kind=kinds[count % len(kinds)])

    def report(catalogues: list[Checked], missing: list[Unreadable], title: str, help_text: str) -> Report:
        rules = {name: Rule(name, Severity.ERROR, title, help_text) for name in _CHECKS}
        return Report(tuple(catalogues), rules, tuple(missing))

    paths = st.builds(lambda folder, name: Path(folder + name), st.sampled_from(["", "/", "a/"]), names)
    languages = st.sampled_from(["", "ru", "az", "<b>|"])
    findings = st.lists(_findings(text), max_size=3)
    catalogues = st.builds(checked, paths, text, languages, st.integers(0, 99), findings)
    missing = st.builds(Unreadable, paths, st.integers(1, 9999), text, text)
    return st.builds(report, st.lists(catalogues, max_size=3), st.lists(missing, max_size=2), text, text)


REPORTS = _reports(ANY, st.binary(max_size=9).map(os.fsdecode))
"""File names are any bytes, as on Linux."""
SOUND_REPORTS = _reports(SOUND, SOUND)
