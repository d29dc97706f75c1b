"""What marks mean in texts of software and manuals: what translators may do there, and what is wrong all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks import Hit, checks
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs import pod
from l10n.pairs.pair import Conventions, Pair

MARKS = ("tags", "markdown", "rest", "pod", "placeholders", "addresses", "brackets", "hashtags", "same-as-source")


def findings(source: str, target: str, kind: TextKind, *flags: str) -> dict[str, Severity]:
    """The gravest severity of each check of marks that finds something."""
    pair = Pair(source, target, "en", "uk", flags, Conventions(kind=kind))
    hits = [(name, hit) for name in MARKS for hit in _hits(name, pair)]
    order = list(Severity)
    return {
        name: min((_severity(each, hit) for each, hit in hits if each == name), key=order.index) for name, _ in hits
    }


def _hits(name: str, pair: Pair) -> list[Hit]:
    check = checks()[name].pair
    assert check
    return list(check(pair))


def _severity(name: str, hit: Hit) -> Severity:
    return hit.severity or checks()[name].rule.severity


SOFTWARE, REST, POD, ASCIIDOC, HTML = (
    TextKind.SOFTWARE,
    TextKind.REST,
    TextKind.POD,
    TextKind.ASCIIDOC,
    TextKind.HTML,
)


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("copy <file> <link>", "копіювати <файл> <ім'я посилання>", SOFTWARE),
        ("--id=<id>  set the <id>", "--id=<номер>  встановити", SOFTWARE),
        ("Overwrite `%s' in `%s'?", "Перезаписати «%s» у «%s»?", SOFTWARE),
        ("expected `)', got %s", "очікувалась »)«, маємо %s", SOFTWARE),
        ("Anna <anna@example.org>", "Анна <anna@example.org>", SOFTWARE),
        ("[@START_OF_LINE]", "[@ПОЧАТОК_РЯДКА]", SOFTWARE),
        ("Invoking @code{tool}", "Виклик @command{tool}", SOFTWARE),
        ("Use :func:`open` and :mod:`site`.", "Модуль :mod:`site` і :func:`open <open>`.", REST),
        ("See the :ref:`list <methods>`.", "Див. :ref:`список <methods>`.", REST),
        ("Click :guilabel:`Open`.", "Натисніть :guilabel:`Відкрити`.", REST),
        ("the `wiki <https://example.org/w>`_", "`вікі <https://example.org/w>`_", REST),
        ("``<name>`` of |product|", "``<назва>`` для |product|", REST),
        ('(``"a: b"``) and `c <d>`_', '`c <d>`_ (``"a: b"``)', REST),
        ("Use I<format> in B<tool>, B<< a->b >>.", "I<формат> у B<tool>, B<< a->b >>.", POD),
        ("I<name>, if I<name> is set", "якщо встановлено I<назву>", POD),
        ("E<lt>a> and B<sub>", "<a> і B<sub>", POD),
        ("CAUTION{colon} see {command}", "УВАГА! див. {command}", ASCIIDOC),
        ("4 or 4{_number_}", "4 або 4{_число_}", ASCIIDOC),
        ("https://example.org/[the archive]", "https://example.org/[архів]", ASCIIDOC),
        ("_/etc/fstab_", "_/etc/fstab_", ASCIIDOC),
        ("*mount*(2), *umount*(2)", "*mount*(2), *umount*(2)", ASCIIDOC),
        ("H<sub>2</sub>O and B<sub>12</sub>", "H<sub>2</sub>O і B<sub>12</sub>", HTML),
        ("a.", "а)", POD),
        ("iv. The (old) house", "iv) Старий (дім)", SOFTWARE),
        ("<kbd>Ctrl</kbd>+<kbd>S</kbd>", "<kbd>Ctrl</kbd>+<kbd>S</kbd>", SOFTWARE),
        ("/dev/disk/by-{id,uuid}", "/dev/disk/by-{номер,uuid}", ASCIIDOC),
    ],
)
def test_what_a_translator_may_do(source: str, target: str, kind: TextKind) -> None:
    assert findings(source, target, kind) == {}


@pytest.mark.parametrize(
    ("source", "target", "kind", "flags", "check"),
    [
        ("Press <enter> to go on.", "Натисніть клавішу вводу.", SOFTWARE, "", "tags"),
        ("Use the <em>new</em> way.", "<app>Новий</app> шлях.", HTML, "", "tags"),
        ("the field `name`", "поле «name»", SOFTWARE, "", "markdown"),
        ("see `a <https://en.wikipedia.org/wiki/A>`_", "`а <https://uk.wikipedia.org/wiki/Б>`_", REST, "", "addresses"),
        ("<https://example.org/en/docs>", "<https://www.example.org/uk/docs>", SOFTWARE, "", "addresses"),
        ("<http://example.org/a>", "<https://example.org/a>", SOFTWARE, "", "addresses"),
        ("See {street} {town}", "Див. {вулиця} {місто}", SOFTWARE, "", "placeholders"),
        ("{All}", "{Усі}", SOFTWARE, "", "placeholders"),
        ("%f seconds", "%.1f секунд", SOFTWARE, "c-format", "placeholders"),
        (
            "def first(items):\n    return items[0]",
            "def first(items):\n    return items[0]",
            SOFTWARE,
            "",
            "same-as-source",
        ),
        ("tar file", "tar file", SOFTWARE, "no-wrap", "same-as-source"),
    ],
)
def test_what_is_only_noted(source: str, target: str, kind: TextKind, flags: str, check: str) -> None:
    assert findings(source, target, kind, *flags.split()) == {check: Severity.INFO}


@pytest.mark.parametrize(
    ("source", "target", "kind", "flags", "check"),
    [
        ("copy <file> <link>", "копіювати <файл>", SOFTWARE, "", "tags"),
        ("<b>new</b>", "<b>новий", SOFTWARE, "", "tags"),
        ("House", "а) Дім", SOFTWARE, "", "brackets"),
        ("Go. Stay", "Іди) Стій", SOFTWARE, "", "brackets"),
        ("the <em>new</em> way", "новий шлях", HTML, "", "tags"),
        ("B<mount>(2) fails", "<mount>(2) зазнає невдачі", POD, "", "pod"),
        ("B<mount>(2) fails", "B<mount(2) зазнає невдачі", POD, "", "pod"),
        ("See L<perlpod>.", "Див. perlpod.", POD, "", "pod"),
        ("Set ``a`` and ``b``.", "Встановіть ``a` та ``b``.", REST, "", "rest"),
        ("Set ``a`` and ``b``.", "Встановіть ``a`` та b.", REST, "", "rest"),
        ("See :ref:`it <a>`.", "Див. :ref:`це <b>`.", REST, "", "rest"),
        ("See :ref:`a`.", "Див. : ref:`a`.", REST, "", "rest"),
        ("1 |nbsp| TB", "1 ТБ", REST, "", "rest"),
        ("See {street}", "Див. {вулиця}", SOFTWARE, "", "placeholders"),
        ("{a} {b}", "{а} {б}", SOFTWARE, "python-brace-format", "placeholders"),
        ("for *{command}*", "для *{команда}*", ASCIIDOC, "", "placeholders"),
        ('<alert for "%(a)s">', '<попередження про "%(b)s">', SOFTWARE, "python-format", "placeholders"),
        ("https://example.org/de", "https://example.org/", SOFTWARE, "", "addresses"),
        ("https://example.org/a", "https://example.com/a", SOFTWARE, "", "addresses"),
        ("Thanks to @green_team!", "Дякую команді!", SOFTWARE, "", "hashtags"),
        ("The file of the user is empty.", "The file of the user is empty.", SOFTWARE, "", "same-as-source"),
        ("Email address", "Email address", SOFTWARE, "", "same-as-source"),
    ],
)
def test_what_is_wrong_in_any_kind_of_text(source: str, target: str, kind: TextKind, flags: str, check: str) -> None:
    found = findings(source, target, kind, *flags.split())
    assert found.get(check) in {Severity.ERROR, Severity.WARNING}


@given(parts=st.lists(st.sampled_from(["B<", "I<< ", "E<lt>", ">", " >>", "a", "<", "-", "\n"])))
def test_codes_are_told_once_and_where_they_are(parts: list[str]) -> None:
    text = "".join(parts)
    codes = list(pod.codes(text))
    starts = [start for _, (start, _), _ in codes]
    assert len(starts) == len(set(starts)) == len(pod.OPENING.findall(text))
    for letter, (start, end), closed in codes:
        assert text[start] == letter
        assert end <= len(text)
        assert not closed or text[end - 1] == ">"
