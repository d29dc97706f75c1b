"""What translators of programs and manuals do on purpose, which is noted at most, and what is wrong all the same."""

from __future__ import annotations

import pytest

from l10n.checks import checks
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Conventions, Pair

NOTED, WARNED, WRONG = Severity.INFO, Severity.WARNING, Severity.ERROR
SOFTWARE = TextKind.SOFTWARE


def severities(
    check: str, source: str, target: str, lang: str = "uk", kind: TextKind = SOFTWARE, flags: str = ""
) -> list[Severity]:
    function = checks()[check].pair
    assert function
    pair = Pair(source, target, "en", lang, flags.split(), Conventions(kind=kind))
    return [hit.severity or checks()[check].rule.severity for hit in function(pair)]


@pytest.mark.parametrize(
    ("lang", "source", "target", "severity"),
    [
        ("de", "A date, as “2007-06-26”.", "Ein Datum, etwa „2009-06-26“.", [NOTED]),
        ("ru", "like “in 1999”", "как «в 2003 году»", [NOTED]),
        ("de", "Choose “3 boats” here", "Hier „5 Boote“ wählen", [WARNED]),
        ("de", "It was built in 1999.", "Es wurde 2003 gebaut.", [WRONG]),
        ("de", "“It” was built in 1999, “so”", "„Es“ wurde 2003 „so“ gebaut", [WRONG]),
        ("ru", "It is 100% free of charge.", "Совершенно бесплатно.", [NOTED]),
        ("de", "It is 100 % sure.", "Das ist völlig sicher.", [NOTED]),
        ("de", "It is 90 % sure.", "Das ist ziemlich sicher.", [WARNED]),
        ("ru", "Round of 32", "1/16 финала", [NOTED]),
        ("ru", "Double octofinals", "1/16 финала", [NOTED]),
        ("ru", "Round of 32 boats", "Круг 33 лодок", [WRONG]),
        ("ru", "See the Boat Standard 3.0 here", "Стандарт лодок 3.0 (Boat Standard 3.0): здесь", [NOTED]),
        ("ru", "See the Boat Standard 3.0 here", "Стандарт 3.0 (лодки для 3.0): здесь", [WARNED]),
    ],
)
def test_numbers(lang: str, source: str, target: str, severity: list[Severity]) -> None:
    assert severities("numbers", source, target, lang) == severity


@pytest.mark.parametrize(
    ("source", "target", "flags", "severity"),
    [
        ("%d%% done", "виконано %d відсотків", "c-format", [NOTED]),
        ("%d%% done", "виконано %d", "c-format", [WARNED]),
        ("%d percent done", "виконано %d%%", "c-format", [NOTED]),
        ("%d%% of %s", "%d %s відсотків", "c-format", [NOTED]),
        ("%d%% done", "виконано %d% ", "c-format", [WRONG]),
        ("%d of %s", "%d відсотків", "c-format", [WRONG]),
        ("{a} boats", "{b} човнів", "", [WRONG]),
        ("{a} boats of {b}", "{c} човнів", "", [WRONG] * 3),
    ],
)
def test_placeholders(source: str, target: str, flags: str, severity: list[Severity]) -> None:
    assert severities("placeholders", source, target, flags=flags) == severity
