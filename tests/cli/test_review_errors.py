"""`l10n review approve` signs neither what `l10n check` calls an error nor what is outdated, unless told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.model import Entry, State
from tests.conftest import Run

BY = ("--by", "Anna Muster")
FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
GOOD = 'msgid "Haus"\nmsgstr "дом"\n'
CLEAN = 'msgid "Es sind 38 Menschen gestorben."\nmsgstr "Вчера умерли 38 человек."\n'
NUMBER = 'msgid "Es starben 38 Menschen."\nmsgstr "Погибли 39 человек."\n'


def _catalogue(*entries: str, lang: str = "ru", path: str = "a.po") -> Path:
    header = f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Plural-Forms: {FORMS}\\n"\n'
    file = Path(path)
    file.write_text("\n".join((header, *entries)), "utf-8")
    return file


def _states(path: Path) -> list[State]:
    return [state(entry) for entry in po.read(path).entries if not entry.obsolete]


def _entry(path: Path, number: int) -> Entry:
    return po.read(path).entries[number - 1]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        pytest.param(NUMBER, "error numbers: ", id="number"),
        pytest.param(
            '#, fuzzy, python-brace-format\nmsgid "{count} member"\nmsgid_plural "{count} members"\n'
            'msgstr[0] "место"\nmsgstr[1] "места"\nmsgstr[2] "мест"\n',
            "error placeholders: {count} is missing\n",
            id="placeholder in every form, said once",
        ),
        pytest.param(
            'msgid "%d Datei"\nmsgid_plural "%d Dateien"\nmsgstr[0] "%d файл"\nmsgstr[1] "%d файла"\n',
            "error plural-forms: 2 plural forms, the header has 3\n",
            id="plural form",
        ),
        pytest.param('msgid "Der Hund"\nmsgstr "Сoбака"\n', "error mixed-script: ", id="Latin letter"),
        pytest.param('msgid "a <b>Haus</b>"\nmsgstr "дом <b>"\n', "error tags: ", id="tag"),
        pytest.param(
            '#, fuzzy\nmsgid "Die Katze schläft heute."\nmsgstr "Die Katze schläft heute."\n',
            "error same-as-source: ",
            id="not translated",
        ),
    ],
)
def test_an_error_of_check_is_named_and_not_signed_and_the_rest_is_done(
    run: Run, project: Path, entry: str, message: str
) -> None:
    path = _catalogue(GOOD, entry)
    line = path.read_text("utf-8").splitlines().index(entry.splitlines()[0]) + 1
    before = _entry(path, 2)

    result = run("review", "approve", path, "--entries", "all", *BY, code=2)

    assert result.stdout == "a.po: 1 approved, 1 refused\n"
    assert f"error: a.po:{line}: {message}" in result.stderr
    assert "--force" in result.stderr
    assert _entry(path, 2) == before
    assert "error" in run("check", path, code=1).stdout, "it is the very thing that check says"

    run("review", "approve", path, "--entries", "all", "--force", *BY)
    assert _states(path) == [State.REVIEWED] * 2


@pytest.mark.parametrize(
    ("settings", "entry", "refused_for"),
    [
        pytest.param("", NUMBER, "numbers", id="as it is"),
        pytest.param("", "# l10n-ignore: numbers (the source is wrong)\n" + NUMBER, "", id="ignored by a comment"),
        pytest.param("", "# l10n-ignore: quotes\n" + NUMBER, "numbers", id="something else ignored"),
        pytest.param("[check]\nignore = ['numbers']", NUMBER, "", id="ignored"),
        pytest.param("[check.ru]\nignore = ['numbers']", NUMBER, "", id="ignored in the language"),
        pytest.param("[check.uk]\nignore = ['numbers']", NUMBER, "numbers", id="ignored in another language"),
        pytest.param("[check]\nselect = ['tags']", NUMBER, "", id="not selected"),
        pytest.param("[check]\nseverity = { numbers = 'warning' }", NUMBER, "", id="a warning"),
        pytest.param("[check.ru]\nseverity = { numbers = 'info' }", NUMBER, "", id="a note in the language"),
        pytest.param("", 'msgid "Es starben 38."\nmsgstr "Погибли  38."\n', "", id="a warning only"),
        pytest.param(
            "[check]\nseverity = { spaces = 'error' }",
            'msgid "Es starben 38."\nmsgstr "Погибли  38."\n',
            "spaces",
            id="a warning made an error",
        ),
        pytest.param(
            "[check]\nseverity = { consistency = 'error' }",
            f'msgctxt "x"\n{CLEAN}'.replace("умерли", "погибли"),
            "consistency",
            id="a check of the whole catalogue made an error",
        ),
        pytest.param(
            "[check]\nseverity = { unused-ignore = 'error' }",
            '# l10n-ignore: numbers\nmsgid "Hund"\nmsgstr "собака"\n',
            "unused-ignore",
            id="a comment that ignores nothing made an error",
        ),
        pytest.param(
            "glossary = 'terms.csv'", 'msgid "Der Kater"\nmsgstr "Котяра"\n', "glossary", id="the glossary forbids"
        ),
        pytest.param(
            "source-language = 'en'",
            'msgid "The house is 1,500 m from here."\nmsgstr "Дом отсюда в 1500 м."\n',
            "",
            id="an English number",
        ),
        pytest.param(
            "source-language = 'de'", 'msgid "Ist 1,500 m"\nmsgstr "1500 м"\n', "numbers", id="a German number"
        ),
    ],
)
def test_the_settings_of_check_count(run: Run, project: Path, settings: str, entry: str, refused_for: str) -> None:
    (project / "l10n.toml").write_text(settings, "utf-8")
    (project / "terms.csv").write_text("de,ru,forbidden\nKater,кот,ru:котяра\n", "utf-8")
    path = _catalogue(CLEAN, entry)

    result = run("review", "approve", path, "--entries", "2", *BY, code=2 if refused_for else 0)

    assert (f"error {refused_for}: " in result.stderr) is bool(refused_for)
    assert _states(path)[1] is (State.TRANSLATED if refused_for else State.REVIEWED)


def test_the_language_of_the_source_can_be_said(run: Run, project: Path) -> None:
    path = _catalogue('msgid "Is 1,500 m"\nmsgstr "1500 м"\n')

    assert "numbers" in run("review", "approve", path, "--entries", "1", *BY, code=2).stderr
    run("review", "approve", path, "--entries", "1", "--from", "en", *BY)


def test_all_clean_leaves_errors_too(run: Run, project: Path) -> None:
    path = _catalogue(GOOD, NUMBER)

    result = run("review", "approve", path, "--all-clean", *BY, code=2)

    assert result.stdout == "a.po: 1 approved, 1 refused\n"
    assert "error numbers: " in result.stderr
    assert _states(path) == [State.REVIEWED, State.TRANSLATED]
    assert run("review", "approve", path, "--all-clean", "--force", *BY).stdout == "a.po: 1 approved, 0 refused\n"


def test_what_only_counts_as_long_as_it_is_unsigned_is_in_nobodys_way(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text("[check]\nseverity = { unread = 'error' }\nrequire = 'reviewed'", "utf-8")
    (project / "t.po").write_text('msgid ""\nmsgstr ""\n"Language: ru\\n"\n\nmsgid "Haus"\nmsgstr "дом"\n', "utf-8")

    run("review", "approve", "t.po", "--entries", "1", *BY)


def test_errors_of_others_and_what_is_signed_already_are_in_nobodys_way(run: Run, project: Path) -> None:
    path = _catalogue(GOOD, NUMBER)
    run("review", "approve", path, "--entries", "2", "--force", *BY)

    result = run("review", "approve", path, "--entries", "all", *BY)

    assert result.stdout == "a.po: 1 approved, 0 refused, 1 unchanged\n"


OUTDATED = '#, fuzzy\n#| msgid "Hütte"\nmsgid "Hund"\nmsgstr "собака"\n'


def test_an_outdated_entry_is_signed_with_outdated_only(run: Run, project: Path) -> None:
    path = _catalogue(GOOD, OUTDATED)
    line = path.read_text("utf-8").splitlines().index("#, fuzzy") + 1

    refused = run("review", "approve", path, "--entries", "all", "--force", *BY, code=2)

    assert refused.stdout == "a.po: 1 approved, 1 refused\n"
    assert f"error: a.po:{line}: outdated: its source has changed since\nhint: read it, " in refused.stderr
    assert "--outdated" in refused.stderr
    assert _states(path) == [State.REVIEWED, State.OUTDATED]
    run("review", "approve", path, "--entries", "all", "--outdated", *BY)
    assert _states(path) == [State.REVIEWED] * 2


def test_an_outdated_entry_with_an_error_needs_both(run: Run, project: Path) -> None:
    path = _catalogue('#, fuzzy\n#| msgid "38 Menschen"\nmsgid "39 Menschen"\nmsgstr "38 человек"\n')

    both = run("review", "approve", path, "--entries", "1", *BY, code=2).stderr
    assert "outdated: " in both
    assert "error numbers: " in both
    for option, other in (("--outdated", "error numbers: "), ("--force", "outdated: ")):
        result = run("review", "approve", path, "--entries", "1", option, *BY, code=2)
        assert other in result.stderr
    run("review", "approve", path, "--entries", "1", "--outdated", "--force", *BY)


@pytest.mark.parametrize(("lang", "hint"), [("", "Language: ru"), ("de", "--from")])
def test_what_cannot_be_checked_is_not_signed_and_the_reason_comes_once(
    run: Run, project: Path, lang: str, hint: str
) -> None:
    path = _catalogue(GOOD, 'msgid "Hund"\nmsgstr "собака"\n', lang=lang)
    before = path.read_bytes()

    result = run("review", "approve", path, "--entries", "all", *BY, code=2)

    assert result.stderr.count("error: ") == 1
    assert hint in result.stderr
    assert path.read_bytes() == before
    run("review", "reject", path, "--entries", "1", *BY)
    run("review", "approve", path, "--entries", "all", "--force", *BY)
    assert _states(path) == [State.REVIEWED] * 2


def test_settings_that_are_no_good_are_named(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text("[check]\nignore = ['number']", "utf-8")
    path = _catalogue(GOOD)

    assert "did you mean 'numbers'?" in run("review", "approve", path, "--entries", "1", *BY, code=2).stderr
    assert _states(path) == [State.TRANSLATED]
