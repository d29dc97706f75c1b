"""What must be found, whatever is done against false alarms: one sound catalogue a pair, and in each one gross error.

Each has at least the severity that is asked for; all in one catalogue, with sound entries around, as people have them.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.checking.run import check
from l10n.checking.settings import Settings
from l10n.model import Catalogue, Entry
from l10n.model.findings import Severity

_GRAVE = {Severity.INFO: 1, Severity.WARNING: 2, Severity.ERROR: 3}
NOTE, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
SOUND = {
    "en": [("Boot {0} ist da.", "Boat {0} is here."), ("„Boot {0}“", "“Boat {0}”")],
    "ru": [("Boot {0} ist da.", "Лодка {0} здесь."), ("„Boot {0}“", "«Лодка {0}»")],
    "uk": [("Boot {0} ist da.", "Човен {0} тут."), ("„Boot {0}“", "«Човен {0}»")],
    "az": [("Boot {0} ist da.", "Qayıq {0} buradadır."), ("„Boot {0}“", "“Qayıq {0}”")],
    "de": [],
}
ERRORS = [
    ("de", "en", ERROR, "Das alte Haus stand leer.", "The old ⁇ stood empty."),
    ("de", "uk", ERROR, "Das alte Haus stand leer.", "Старий ▁будинок стояв порожній."),
    ("de", "az", ERROR, "Das alte Haus stand leer.", "Köhnə ev ev ev boş qaldı."),
    ("de", "en", ERROR, "Weber kam nach Berlin.", "Weber Weber Weber came to Berlin."),
    ("de", "en", ERROR, "Das alte Haus stand leer.", "- The old house stood empty."),
    ("de", "ru", ERROR, "Das alte Haus stand leer.", "• Старый дом пустовал."),
    ("de", "en", ERROR, "Es kamen 12 Gäste.", "There came 12 12 guests."),
    ("de", "az", ERROR, "Es kamen 12 Gäste.", "12 12 qonaq gəldi."),
    ("de", "en", WARNING, "Er nannte sie „Heldin“ und ihn „Retter“.", "He called her a heroine and him a saviour."),
    (
        "de",
        "uk",
        WARNING,
        "Er sprach von „Freunden“ und von „Feinden des Landes“.",
        "Він говорив про друзів і про ворогів країни.",
    ),
    (
        "en",
        "uk",
        WARNING,
        "They spoke of “friends” and “enemies of the state”.",
        "Вони говорили про друзів і ворогів держави.",
    ),
    ("de", "en", WARNING, "„Wir kommen morgen wieder“, sagte er.", "We come again tomorrow, he said."),
    ("de", "ru", ERROR, "„Wir kommen morgen alle wieder zurück.“", "Мы завтра все вернёмся обратно."),
    ("de", "ru", ERROR, "Die Regierung will die Renten erhöhen.", "Правительство Regierung will die Renten повысить."),
    ("de", "uk", ERROR, "Der Verein hilft vielen Kindern.", "Товариство hilft vielen дітям."),
    (
        "de",
        "ru",
        WARNING,
        "Die Leiterin Anna Beispiel reiste nach Hamburg.",
        "Руководитель анна байшпиль поехала в гамбург.",
    ),
    (
        "de",
        "uk",
        WARNING,
        "Gestern traf Olaf Schulte in Kiew Mykola Rebenko.",
        "Учора олаф шульте зустрів у києві миколу ребенка.",
    ),
    ("de", "en", WARNING, "Sie reiste mit Peter nach München.", "She travelled with peter to munich."),
    ("en", "ru", WARNING, "John Smith met Mary Jones in London.", "джон смит встретил мэри джонс в лондоне."),
    ("de", "en", WARNING, "Gestern sprachen Olaf Schulte und Karin Behrens in Kassel.", "Yesterday they spoke there."),
    ("de", "uk", WARNING, "Der Minister kam aus Polen.", "Міністр приїхав з Чехії."),
    ("de", "en", WARNING, "Der französische Minister kam.", "The Spanish minister came."),
    ("de", "az", WARNING, "Er lebt in Paris.", "O, Londonda yaşayır."),
    ("de", "en", WARNING, "Am Dienstag kam er.", "On Thursday he came."),
    ("de", "uk", WARNING, "Am Dienstag kam er.", "У четвер він приїхав."),
    ("de", "ru", WARNING, "Im März kam er.", "В мае он приехал."),
    ("de", "az", WARNING, "Im März kam er.", "O, mayda gəldi."),
    ("de", "en", WARNING, "Das kostet fünf Euro.", "It costs five dollars."),
    ("de", "en", WARNING, "Drei Kinder spielten.", "Four children played."),
    ("de", "uk", WARNING, "Drei Kinder spielten.", "Чотири дитини гралися."),
    ("de", "en", NOTE, "Das ist nicht richtig.", "That is right."),
    ("de", "uk", NOTE, "Er hat nie gefragt.", "Він запитав."),
    ("de", "az", NOTE, "Er kommt nicht.", "O gəlir."),
    ("en", "ru", NOTE, "He does not know it.", "Он это знает."),
    ("de", "en", NOTE, "Die UNO tagt heute.", "The group meets today."),
    ("de", "en", NOTE, "Das ist toll 😀", "That is great"),
    ("de", "en", NOTE, "Er kam.", "He came. Thank you for watching."),
    ("de", "en", NOTE, "Er kam spät am Abend. Dann ging er wieder nach Hause.", "He came late in the evening."),
    ("de", "en", NOTE, "Es wurden {count} Dateien kopiert.", "{count} It copied files."),
]


def _severities(folder: Path, source: str, target: str) -> dict[str, int]:
    """How grave the gravest finding of each text is."""
    texts = [(own, new) for lang, to, _, own, new in ERRORS if (lang, to) == (source, target)]
    sound = (
        [(own.format(n), new.format(n)) for n in range(101, 121) for own, new in SOUND[target]]
        if source == "de"
        else []
    )
    path = folder / "locales" / target / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    fields = header("a", target, source, "2026-01-31 12:00+0000")
    # Two errors in one sentence, each in a context of its own.
    entries = [Entry(*pair) for pair in sound] + [Entry(*pair, msgctxt=pair[1]) for pair in texts]
    po.write(path, Catalogue(tuple(fields), tuple(entries)))
    report, _ = check([path], Settings(), 1)
    gravest: dict[str, int] = defaultdict(int)
    for finding in report.findings:
        context = finding.key[0] or ""
        gravest[context] = max(gravest[context], _GRAVE[finding.severity])
    return gravest


@pytest.mark.parametrize(("source", "target"), sorted({(row[0], row[1]) for row in ERRORS}))
def test_gross_errors_are_found_in_sound_catalogues(tmp_path: Path, source: str, target: str) -> None:
    gravest = _severities(tmp_path, source, target)
    wanted = {new: _GRAVE[least] for lang, to, least, _, new in ERRORS if (lang, to) == (source, target)}
    assert {text: gravest[text] for text, least in wanted.items() if gravest[text] < least} == {}
    assert gravest[""] == 0
