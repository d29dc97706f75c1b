"""One report with everything that is hard to show."""

from __future__ import annotations

import os
from pathlib import Path

from l10n.model import Counts, Span, State
from l10n.model.findings import Checked, Finding, Report, Rule, Severity, Unreadable

PO = Path("locales/ru/LC_MESSAGES/000.po")
ODD = Path("my po [draft]/a,b: 100 %.po")
BROKEN = Path(os.fsdecode(b"locales/az/caf\xe9\n.po"))
LONG = "Das ist ein sehr langer Satz, der nicht aufhören will, weil ihm immer noch etwas einfällt; " * 3
LONG_RU = "Это очень длинное предложение, которое никак не закончится, потому что ему всё ещё что-то приходит; " * 3

RULES = {
    rule.name: rule
    for rule in (
        Rule("numbers", Severity.ERROR, "A number of the source is missing", "Numbers are *facts*.\n\nPut it back."),
        Rule("end-punctuation", Severity.WARNING, "The end marks differ", ""),
        Rule("control-characters", Severity.ERROR, "A character that nobody sees", "Delete it: `\\x07`."),
        Rule("header", Severity.WARNING, "The header is not right", "See the PO format."),
        Rule("untranslated", Severity.INFO, "There is no text", "Translate it."),
        Rule("quotes", Severity.WARNING, "Quotation marks of another language", "Use «these» in Russian."),
    )
}


def _finding(check: str, message: str, source: str = "", target: str = "", **rest: object) -> Finding:
    """With the span of `wrong` in the target and of `about` in the source; the rest as in Finding."""
    wrong, about = str(rest.pop("wrong", "")), str(rest.pop("about", ""))
    values: dict[str, object] = {
        "severity": RULES[check].severity,
        "path": PO,
        "line": 12,
        "column": 9,
        "language": "ru",
        "key": (None, source),
        "span": _span(target, wrong),
        "source_span": _span(source, about),
    }
    return Finding(check=check, message=message, source=source, target=target, **{**values, **rest})  # type: ignore[arg-type]


def _span(text: str, part: str) -> Span:
    start = text.index(part) if part else 0
    return start, start + len(part)


_RUSSIAN = (
    _finding("header", "no Plural-Forms", line=1, column=1, severity=Severity.ERROR),
    _finding(
        "numbers",
        "“3,50” is missing",
        "Er zahlte 3,50 Euro.",
        "Он заплатил 3 евро.",
        about="3,50",
        wrong="3",
        line=23,
        column=21,
    ),
    _finding(
        "end-punctuation",
        "the full stop is missing; see #123, @octocat and https://example.org",
        "Er ging [red]fort[/red] :smile:.",
        "Он [red]ушёл[/] :smile:",
        about=".",
        fix="Он [red]ушёл[/] :smile:.",
        key=("Absatz 3", "Er ging [red]fort[/red] :smile:."),
        line=27,
    ),
    _finding(
        "quotes",
        'quotation marks “"” of no language: 50 % of `all`, {name} and [a](b) <b>|</b> *_x_*',
        LONG + "Er sagte: „Ja.“ " + LONG,
        LONG_RU + 'Он сказал: "Да." ' + LONG_RU,
        about="„Ja.“",
        wrong='"Да."',
        fix=LONG_RU + "Он сказал: «Да.» " + LONG_RU,
        line=1031,
        column=317,
    ),
    _finding("untranslated", "not translated", "Zeile eins\n\tZeile zwei", line=1040, column=1),
)

_AZERBAIJANI = (
    _finding(
        "control-characters",
        "invisible character U+0007",
        "Das Haus 🏠 ist 漢字\r\nund <b>groß</b> & schön",
        "Ev 🏠 漢字\r\n\x07bö\u0308yükdür \x1b[31m\u202eשלום\u200b",
        wrong="\x07",
        path=BROKEN,
        language="az",
        fix="Ev 🏠 漢字\r\nbö\u0308yükdür \x1b[31m\u202eשלום\u200b",
    ),
    _finding(
        "control-characters", "a lone surrogate \udc80", "x", "\udc80", wrong="\udc80", path=BROKEN, language="az"
    ),
    _finding("quotes", "a line\nand\tanother", "a|b", "`a``b`", wrong="``", path=BROKEN, language="az"),
)

REPORT = Report(
    (
        Checked(
            PO,
            "000",
            "ru",
            Counts({State.UNTRANSLATED: 1, State.DRAFT: 60, State.TRANSLATED: 7, State.REVIEWED: 3}),
            _RUSSIAN,
            known=2,
        ),
        Checked(ODD, "a|b <x>", "ru", Counts({State.REVIEWED: 3}), ()),
        Checked(BROKEN, "café", "az", Counts({State.DRAFT: 71}), _AZERBAIJANI),
        Checked(Path("messages.po"), "messages", "", Counts(), ()),
    ),
    RULES,
    (
        Unreadable(
            Path("locales/uk/LC_MESSAGES/000.po"),
            412,
            "unresolved merge conflict",
            "keep one side of each <<<<<<< … >>>>>>>, or set up l10n's merge driver, and run again",
        ),
        Unreadable(Path(os.fsdecode(b"my po [draft]/c,d: \xe9\n*%.po")), 1, "cannot read: [a](b) {0} ](", ""),
    ),
)
CLEAN = Report(REPORT.catalogues[1:2], RULES)
