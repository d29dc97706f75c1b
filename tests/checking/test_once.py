"""What a whole catalogue does is told once: by `l10n check` on a file, and of any findings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.checking.examination import RawFinding
from l10n.checking.file import raw_findings, view
from l10n.checking.once import told_once
from l10n.checking.settings import Settings
from l10n.checks import Hit
from l10n.model import Entry
from l10n.model.findings import Severity

HEADER = (
    'msgid ""\nmsgstr "Language: {lang}\\nX-Source-Language: {source}\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
)
TEXTS = 8
HITS = st.lists(st.tuples(st.integers(0, TEXTS - 1), st.sampled_from(["dashes", "spaces"]), st.sampled_from(["", "a"])))


def _told(folder: Path, languages: str, pairs: list[tuple[str, str]], above: str = "") -> list[tuple[str, str, str]]:
    """Check, msgid and message of the findings in a catalogue of these texts."""
    source, _, lang = languages.partition("-")
    entries = "".join(f'msgid "{text}"\nmsgstr "{target}"\n\n' for text, target in pairs)
    path = folder / f"{lang}.po"
    path.write_text(above + HEADER.format(lang=lang, source=source) + entries, "utf-8")
    file, settings = po.read(path), Settings()
    raws = raw_findings(file, view(path, file, settings), settings, None)
    return [
        (raw.check, raw.key[1], raw.hit.message) for raw in raws if raw.check not in {"header", "consistency", "unread"}
    ]


@pytest.mark.parametrize(
    ("languages", "pair", "check", "message"),
    [
        ("de-en", ("Er kam – ging {0}.", "He came - left {0}."), "dashes", "hyphens for dashes"),
        ("de-ru", ("Er kam. Er ging {0}.", "Он пришел.  Он ушел {0}."), "spaces", "more than one space"),
        ("de-en", ("Er kam … ging {0}.", "He came ... left {0}."), "ellipsis", "three full stops for an ellipsis"),
        ("de-ru", ("Das „Haus“ {0}.", "Этот “дом” {0}."), "quotes", "other quotation marks than «»"),
        (
            "en-ru",
            ("“They say ‘come’ {0}.”", "«Они говорят “придите” {0}.»"),
            "quotes",
            "within quotations, other marks than „“",
        ),
        (
            "de-az",
            ("Haus am See {0} verkauft", "Göl kənarındakı ev {0} satıldı."),
            "end-punctuation",
            "a full stop that the source does not have",
        ),
    ],
)
def test_a_custom_is_one_note(tmp_path: Path, languages: str, pair: tuple[str, str], check: str, message: str) -> None:
    pairs = [(pair[0].format(number), pair[1].format(number)) for number in range(10, 16)]
    assert _told(tmp_path, languages, pairs) == [(check, "", f"{message} in 6 texts of this catalogue: its custom")]


def test_what_two_headings_have_is_no_custom(tmp_path: Path) -> None:
    pairs = [(f"Haus am See {number} verkauft", f"Göl kənarındakı ev {number} satıldı") for number in range(10, 16)]
    pairs[:2] = [(source, f"{target}.") for source, target in pairs[:2]]
    assert [key for _, key, _ in _told(tmp_path, "de-az", pairs)] == [source for source, _ in pairs[:2]]


def test_a_comment_above_the_header_silences_a_custom(tmp_path: Path) -> None:
    pairs = [(f"Er kam – ging {number}.", f"He came - left {number}.") for number in range(10, 16)]
    assert not _told(tmp_path, "de-en", pairs, "# l10n-ignore: dashes (as the house has it)\n")


@given(hits=HITS)
def test_nothing_but_customs_is_gathered_and_each_text_counts_once(hits: list[tuple[int, str, str]]) -> None:
    entries = [Entry(f"text {number}") for number in range(TEXTS)]
    raws = [
        RawFinding(check, Severity.INFO, Hit("note", custom=custom), entries[number]) for number, check, custom in hits
    ]
    counts = Counter((check, custom) for _, check, custom in {*hits} if custom)
    customs = {custom: count for custom, count in counts.items() if count > 3}
    told = list(told_once(raws))
    assert [raw for raw in told if raw.entry] == [raw for raw in raws if (raw.check, raw.hit.custom) not in customs]
    assert {(raw.check, raw.hit.message, raw.severity) for raw in told if raw.entry is None} == {
        (check, f"{custom} in {count} texts of this catalogue: its custom", Severity.INFO)
        for (check, custom), count in customs.items()
    }
