"""Words of the source in a translation: names of things in programs, what a catalogue keeps, and what was forgotten."""

from __future__ import annotations

import pytest

from l10n.catalogue.states import state
from l10n.checking.examination import RawFinding, examine
from l10n.checks import CatalogueView, checks
from l10n.model import Entry
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.technical import spoken

CHECK = checks()["source-left"]


def _severities(source: str, target: str, lang: str = "uk") -> list[Severity]:
    assert CHECK.pair
    pair = Pair(source, target, "en", lang)
    return [hit.severity or CHECK.rule.severity for hit in CHECK.pair(pair)]


def _found(*texts: tuple[str, str], fuzzy: bool = False) -> list[RawFinding]:
    entries = [Entry(source, target, flags=("fuzzy",) if fuzzy else ()) for source, target in texts]
    view = CatalogueView((), (), entries, [state(entry) for entry in entries], "uk", "en")
    return examine(view, {"source-left": CHECK}, None)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Use `mount' or *umount*(8) here.", "Використовуйте «mount» або *umount*(8)."),
        ("Print names from _fstab_ as key=value.", "Вивести назви з _fstab_ як key=value."),
        ("lseek: cannot read write() or home/share", "lseek: неможливо прочитати write() або home/share"),
        ("Set :config:option:`x` to on|off.", "Встановіть :config:option:`x` у on|off."),
        ("shopt [-pq] [optname]", "shopt [-pq] [назва]"),
        ("Start <app>tool</app> now, B<dpkg> later.", "Запустіть <app>tool</app>, потім B<dpkg>."),
        ("Options remount,bind and lowerCase", "Параметри remount,bind і lowerCase"),
        ("Friends of Earth came.", "Прийшли Friends of Earth."),
    ],
)
def test_names_of_things_in_programs_are_not_left_over(source: str, target: str) -> None:
    assert not _severities(source, target)


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("The deadline is near.", "Термін deadline близько.", Severity.WARNING),
        ("He left the old house.", "Він покинув the old будинок.", Severity.ERROR),
        ("He sang and went *away* today.", "Він заспівав and пішов *геть* сьогодні.", Severity.WARNING),
    ],
)
def test_words_of_the_source_are(source: str, target: str, severity: Severity) -> None:
    assert _severities(source, target) == [severity]


def test_words_that_german_has_too_are_not_left_over() -> None:
    assert not _severities("An optional, private area", "Ein Bereich, optional für private Zwecke", "de")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Enter the full text to match.", Severity.ERROR),
        ("READ THIS FIRST", Severity.ERROR),
        ("sort -d /etc/passwd -o /tmp/x", None),
        ("# mount --bind /srv /mnt/srv\n# touch /mnt/srv/a\n", Severity.INFO),
        ("*flock*(2), *fcntl*(2)", None),
        ("dm-crypt", None),
        ("Anna Example (Summer of Code 2014)", None),
    ],
)
def test_what_is_copied_is_no_text_without_its_small_words(text: str, severity: Severity | None) -> None:
    check = checks()["same-as-source"]
    assert check.pair
    (found,) = [*check.pair(Pair(text, text, "en", "uk")), None][:1]
    assert (found and (found.severity or check.rule.severity)) == severity


def test_a_name_that_the_catalogue_keeps_is_in_the_right_letters() -> None:
    texts = [
        ("Unsupported type: %s", "Непідтримуваний тип MIME: %s"),
        ("MIME type", "Тип MIME"),
        ("No MIME", "Без MIME"),
    ]
    entries = [Entry(*both) for both in texts]
    view = CatalogueView((), (), entries, [state(entry) for entry in entries], "uk", "en")
    assert not examine(view, {"homoglyphs": checks()["homoglyphs"]}, None)


ONE = ("The gizmo is open.", "Відкрито gizmo.")
MORE = (("Close the gizmo.", "Закрити gizmo."), ("Which gizmo?", "Який gizmo?"))


def test_what_people_keep_in_a_catalogue_is_its_term() -> None:
    assert [raw.severity for raw in _found(ONE)] == [Severity.WARNING]
    assert not _found(ONE, *MORE)
    assert _found(ONE, *MORE, fuzzy=True)  # an engine that does not know a word leaves it every time
    others = [(f"A gizmo, number {number}", f"Прилад, номер {number}") for number in range(9)]
    assert len(_found(ONE, *MORE, *others)) == 3


def test_where_words_are_kept_all_over_only_small_words_are_left_over() -> None:
    names = "abcdefghijkl"
    many = [(f"Cannot run {name}tool", f"Неможливо запустити {name}tool") for name in names]
    found = _found(*many, ("An old option", "Старий option"))
    assert [(raw.severity, raw.source) for raw in found] == [(Severity.INFO, "An old option")]
    (raw,) = _found(*many, ("Bread and butter", "Хліб and масло"))
    assert raw.severity is Severity.WARNING


def test_what_is_technical_keeps_its_length() -> None:
    text = "a `b' *c*(1) <app>d</app> e/f g=h i|j “k l”"
    shown = spoken(text, text)
    assert len(shown) == len(text)
    assert [letter for letter in shown if letter.isalpha()] == ["a"]
