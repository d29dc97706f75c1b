"""A language is added by one file: all that asks the records knows it then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n import languages
from l10n.errors import L10nError
from l10n.languages import LANGUAGES, codes, language, record, table
from l10n.languages.codes import base, by_name, codes_by_name, told
from l10n.languages.plurals import form_count
from l10n.segmentation import split
from l10n.text.inflection import present
from l10n.text.months import months
from l10n.text.numbers import numbers
from tests.conftest import Run

ESPERANTO = """
from l10n.languages.record import Inflection, Language, Months, Numbers, Tier, Typography, words

LANGUAGE = Language(
    code="eo",
    name="Esperanto",
    own_name="Esperanto",
    plural_forms="nplurals=2; plural=(n != 1);",
    tier=Tier.FULL,
    typography=Typography(quotes=("“”",), inner=("‘’",), decimal=",", group="\\u00a0 ", percent="\\u00a0", dash="–"),
    numbers=Numbers(magnitudes={6: "milion"}),
    months=Months(
        stems=words("januar februar mart april maj juni juli aŭgust septembr oktobr novembr decembr"),
        endings="o?n?",
        parts=words("januar februar mart april maj juni juli aŭgust embr oktobr"),
    ),
    inflection=Inflection(endings="j?n?"),
)
"""
HEADER = """
msgid ""
msgstr ""
"Language: eo\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


@pytest.fixture(autouse=True)
def esperanto(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Its record, as one more module of the package."""
    folder = tmp_path_factory.mktemp("languages")
    (folder / "eo.py").write_text(ESPERANTO, "utf-8")
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(folder)])
    caches: tuple[Callable[[], None], ...] = (
        *(table.modules.cache_clear, table.record.cache_clear, codes_by_name.cache_clear, codes.names.cache_clear),
        *(
            codes._own_names.cache_clear,
            codes._other.cache_clear,
            codes._subtags.cache_clear,
            codes.offered.cache_clear,
        ),
    )
    for clear in caches:
        clear()
    yield
    for clear in caches:
        clear()


def test_its_code_and_its_name_mean_it() -> None:
    assert language("eo").name == "Esperanto"
    assert "eo" in list(LANGUAGES)
    assert (base("epo"), told("eo"), by_name("esperanto")) == ("eo", "eo", "eo")
    with pytest.raises(L10nError) as caught:
        language("esperant")
    assert caught.value.hint == "did you mean 'eo' (Esperanto)? all languages: l10n languages"


def test_its_texts_are_read_as_the_record_says() -> None:
    assert form_count(record("eo").plural_forms) == 2
    assert [number.values for number in numbers("3,5 milionoj", "eo")] == [(3_500_000,)]
    assert list(months("la 9 majo", "eo")) == [5]
    assert present("urbo", "en grandaj urbojn", "eo")
    assert present("urbo", "en urbestro", "eo") is None
    assert split("Li venis. Ŝi iris hejmen.", "eo") == ["Li venis. ", "Ŝi iris hejmen."]


def test_a_text_in_it_is_cut_into_segments(run: Run, project: Path) -> None:
    (project / "teksto.txt").write_text("Titolo\n\nLi venis hodiaŭ. Ŝi iris hejmen.\n", "utf-8")
    lines = run("segment", "teksto.txt", "--from", "eo").stdout.splitlines()
    assert [line.split("  ")[-1].strip() for line in lines] == ["Titolo", "Li venis hodiaŭ.", "Ŝi iris hejmen."]


def test_a_catalogue_in_it_is_checked(run: Run, project: Path) -> None:
    entries = (
        'msgid "Er zahlte 3,5 Euro."\nmsgstr "Li pagis 3.5 eŭrojn."\n',
        'msgid "Er sagte „Komm“."\nmsgstr "Li diris „Venu“."\n',
        'msgid "am 9. Mai"\nmsgstr "la 9an de junio"\n',
        'msgid "ein Haus"\nmsgid_plural "%d Häuser"\nmsgstr[0] "unu domo"\n',
    )
    (project / "eo.po").write_text("\n".join((HEADER, *entries)), "utf-8")
    told_lines = run("check", "eo.po", code=1).stdout
    assert "number-format" in told_lines
    assert "quotation marks „“ instead of “”" in told_lines
    assert "plural-forms" in told_lines
