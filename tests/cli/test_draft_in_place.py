"""`l10n draft --po` changes what it drafts and nothing else; it takes its lock, and asks `#~` and the memory first."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.engines.argos.demo.builder import build_package
from l10n.files import locked
from l10n.identity import digest
from l10n.model import Entry, State
from tests.conftest import Gettext, Run

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"X-Source-Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"\n'
    '"%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
)
EMPTY = 'msgid "house"\nmsgstr ""\n'
MACHINE = f"# l10n-mt: argos en-ru-1.0 risk=0.10 s={digest('house')} h={digest('дом')}\n"
SIGNED = "# l10n-reviewed: Anna Muster 2026-01-31 h=" + digest("", "house", "Дом.") + "\n"


@pytest.fixture(scope="module")
def software(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One package, en-ru."""
    folder = tmp_path_factory.mktemp("software")
    build_package(folder, "en", "ru", {"house": "дом", "houses": "домов", "open": "открыть"})
    return folder


@pytest.fixture
def draft(run: Run, project: Path, software: Path) -> Callable[..., str]:
    """Draft `a.po` with this text; returns the file after that, and leaves what was said in `said.txt`."""

    def drafted(text: str, *options: object, code: int = 0) -> str:
        path = project / "a.po"
        path.write_bytes(text.encode())
        result = run("draft", "--po", path, "--packages", software, *options, code=code)
        (project / "said.txt").write_text(result.stdout + result.stderr)
        return path.read_bytes().decode()

    return drafted


def _entry(path: Path, place: int = 0) -> Entry:
    return po.read(path).entries[place]


# --- the form of the file -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_everything_but_the_draft_stays_and_a_second_run_changes_nothing(
    draft: Callable[..., str], end: str, mark: str
) -> None:
    odd = '#Olga\n#. \tbutton\n#:  a.c:1   b.c:2\n#,c-format\n#= x\nmsgctxt"m"\n  msgid "ope"\n"n %d"\nmsgstr\n""\n\n\n'
    rest = '#| msgid "old"\n#, fuzzy\nmsgid "b"\nmsgstr   "wrapped "\n"too early"\n#~ msgid"gone"\n#~ msgstr "x"\n# end'
    old = mark + (HEAD + odd + rest).replace("\n", end)
    new = draft(old)
    mine = new[new.index("#Olga") : new.index("#. \tbutton")]
    assert re.fullmatch(rf"#Olga{end}# l10n-mt: argos en-ru-1.0 risk=0.\d\d .*{end}", mine)
    expected = old.replace("#Olga" + end, mine).replace("#,c-format", "#, fuzzy, c-format")
    assert new == expected.replace(f'msgstr{end}""', 'msgstr "открыть %d"')
    assert draft(new) == new


def test_a_file_of_msgcat_stays_one(draft: Callable[..., str], project: Path, gettext: Gettext) -> None:
    long = "open house " * 12
    (project / "b.po").write_text(f'{HEAD}msgid "{long}"\nmsgstr ""\n\nmsgid "b"\nmsgstr "{long}"\n', "utf-8")
    new = draft(gettext("msgcat", project / "b.po"))
    assert '"открыть дом ' in new
    assert gettext("msgcat", project / "a.po") == new


def test_a_header_with_nothing_usable_gets_only_what_is_needed(draft: Callable[..., str]) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"X-Source-Language: en\\n"\n\n'
    new = draft(f'{head}msgid "%d house"\nmsgid_plural "%d houses"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    header = new[: new.index("\n\n")].split("\n")
    assert [line.split(":")[0] for line in header[2:]] == [
        '"Language',
        '"Plural-Forms',
        '"Content-Type',
        '"X-Source-Language',
    ]


def test_marks_that_somebody_has_typed_over_are_put_back_in_place(draft: Callable[..., str]) -> None:
    new = draft(f'{HEAD}msgid  "open"\nmsgstr ""\n\n{EMPTY}')
    lines = new.split("\n")
    mark = next(number for number, line in enumerate(lines) if line.startswith("# l10n-mt"))
    typed = "\n".join((*lines[:mark], "#  Olga: sure?", *lines[mark + 1 :]))
    again = draft(typed.replace(lines[lines.index('msgid "house"') + 1], 'msgstr ""'))
    assert again == new.replace(lines[mark], f"#  Olga: sure?\n{lines[mark]}")


def test_a_form_that_cannot_be_kept_is_refused_and_the_other_files_go_on(
    run: Run, project: Path, software: Path
) -> None:
    odd = HEAD.replace("UTF-8", "ISO-8859-1") + f'{EMPTY}\nmsgid "b"\nmsgstr "\\344"\n'
    (project / "odd.po").write_text(odd)
    (project / "a.po").write_text(HEAD + EMPTY)
    result = run("draft", "--po", "odd.po", "--po", "a.po", "--packages", software, code=2)
    assert "error: odd.po: its form is too odd" in result.stderr
    assert (project / "odd.po").read_text() == odd
    assert _entry(project / "a.po").msgstr == "дом"


# --- the lock and the file --------------------------------------------------------------------------------------------


def test_a_folder_where_another_run_is_at_work_is_left_before_anything_is_translated(
    draft: Callable[..., str], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    (project / "a.po").write_text(HEAD + EMPTY)
    code = "import sys; from pathlib import Path; from l10n.files import locked\nwith locked(Path()): print(); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        assert draft(HEAD + EMPTY, code=2) == HEAD + EMPTY
        said = (project / "said.txt").read_text()
        assert "another l10n is at work here" in said
        assert "segments" not in said
        draft(HEAD + EMPTY, "--dry-run")
        other.communicate(b"\n")
    with locked(project):
        pass
    assert "дом" in draft(HEAD + EMPTY)


def test_a_file_that_vanishes_meanwhile_does_not_stop_the_others(
    run: Run, project: Path, software: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.engines.argos.opening import Argos

    for name in ("a.po", "b.po"):
        (project / name).write_text(HEAD + EMPTY)
    translate = Argos.translate

    def meanwhile(self: Argos, texts: list[str], *how: object) -> object:
        (project / "a.po").unlink(missing_ok=True)
        return translate(self, texts, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(Argos, "translate", meanwhile)
    result = run("draft", "--po", "a.po", "--po", "b.po", "--packages", software, code=2)
    assert "a.po: cannot read" in result.stderr
    assert _entry(project / "b.po").msgstr == "дом"


# --- texts that come back from #~ -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("obsolete", "expected", "comments"),
    [
        pytest.param('#~ msgid "house"\n#~ msgstr "Дом."\n', State.TRANSLATED, (), id="accepted"),
        pytest.param(
            '#, fuzzy, c-format\n#~ msgid "house"\n#~ msgstr "Дом."\n', State.EDITED, (), id="fuzzy with others"
        ),
        pytest.param('# Olga\n#~ msgid "house"\n#~ msgstr "Дом."\n', State.TRANSLATED, ("Olga",), id="comment"),
        pytest.param('#, fuzzy\n#~ msgid "house"\n#~ msgstr "Дом."\n', State.EDITED, (), id="fuzzy"),
        pytest.param(
            '#, fuzzy\n#~| msgid "old"\n#~ msgid "house"\n#~ msgstr "Дом."\n', State.OUTDATED, (), id="outdated"
        ),
        pytest.param(f'{SIGNED}#~ msgid "house"\n#~ msgstr "Дом."\n', State.REVIEWED, (SIGNED[2:-1],), id="signed"),
        pytest.param(f'{MACHINE}#~ msgid "house"\n#~ msgstr "дом"\n', State.UNREAD, (MACHINE[2:-1],), id="unread"),
    ],
)
def test_a_text_of_people_comes_back_as_it_was(
    draft: Callable[..., str],
    project: Path,
    gettext: Gettext,
    obsolete: str,
    expected: State,
    comments: tuple[str, ...],
) -> None:
    new = draft(f"{HEAD}# here\n{EMPTY}\n{obsolete}\n" + 'msgid "b"\nmsgstr "c"\n')
    entry = _entry(project / "a.po")
    assert (entry.msgstr.lower().strip("."), state(entry)) == ("дом", expected)
    assert entry.comments == ("here", *comments)
    assert "#~ " not in new
    assert new.endswith('\n\nmsgid "b"\nmsgstr "c"\n')
    assert "a.po: 0 drafted, brought back 1\n" in (project / "said.txt").read_text()
    assert gettext("msgfmt", "--check-format", "--output-file", "/dev/null", project / "a.po") == ""
    assert draft(new) == new


@pytest.mark.parametrize(
    ("flags", "expected"),
    [("#, fuzzy", ""), ("#,fuzzy,  c-format", "#,c-format\n"), ("#, c-format, fuzzy", "#, c-format\n")],
)
def test_the_flag_of_an_empty_entry_goes_with_what_it_was_for(
    draft: Callable[..., str], flags: str, expected: str
) -> None:
    obsolete = '#~ msgid "house"\n#~ msgstr "Дом."\n'
    new = draft(f"{HEAD}{flags}\n{EMPTY}\n{obsolete}")
    assert new == f"{HEAD}{expected}{EMPTY}".replace('"house"\nmsgstr ""', '"house"\nmsgstr "Дом."')


def test_a_draft_in_obsolete_entries_is_but_a_draft(draft: Callable[..., str], project: Path) -> None:
    old = f'{MACHINE}#, fuzzy\n#~ msgid "house"\n#~ msgstr "дом"\n'
    new = draft(f"{HEAD}{EMPTY}\n# Olga\n{old}")
    assert "#~" not in new
    assert (_entry(project / "a.po").msgstr, state(_entry(project / "a.po"))) == ("дом", State.DRAFT)
    assert _entry(project / "a.po").comments[0] == "Olga"
    build_package(project / "newer", "en", "ru", {"house": "домик"}, version="2.0")
    draft(f"{HEAD}{EMPTY}\n{old}", "--redraft", "--packages", project / "newer")
    assert _entry(project / "a.po").msgstr == "домик"


def test_a_text_of_people_replaces_an_unread_draft_and_nothing_else(draft: Callable[..., str], project: Path) -> None:
    peoples = '#~ msgid "house"\n#~ msgstr "Домище"\n'
    drafted = f'{MACHINE}#, fuzzy\nmsgid "house"\nmsgstr "дом"\n'
    other = 'msgid "b"\nmsgstr ""\n'
    draft(f"{HEAD}{drafted}\n{other}\n{peoples}")
    assert (_entry(project / "a.po").msgstr, state(_entry(project / "a.po"))) == ("Домище", State.TRANSLATED)
    edited = f"{HEAD}{drafted.replace('дом', 'домик')}\n{peoples}"
    assert draft(edited) == edited


@pytest.mark.parametrize(
    "obsolete",
    [
        pytest.param('#~ msgctxt "menu"\n#~ msgid "house"\n#~ msgstr "Дом."\n', id="another context"),
        pytest.param('#~ msgid "houses"\n#~ msgstr "Дома."\n', id="another msgid"),
        pytest.param('#~ msgid "house"\n#~ msgid_plural "houses"\n#~ msgstr[0] "Дом."\n', id="plural"),
        pytest.param('#~ msgid "house"\n#~ msgstr " "\n', id="blank"),
    ],
)
def test_only_the_same_key_comes_back(draft: Callable[..., str], project: Path, obsolete: str) -> None:
    new = draft(f"{HEAD}{EMPTY}\n{obsolete}")
    assert _entry(project / "a.po").msgstr == "дом"
    assert new.endswith(obsolete)


def test_plural_forms_come_back_whole(draft: Callable[..., str], project: Path) -> None:
    active = 'msgid "%d house"\nmsgid_plural "%d houses"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
    filled = "".join(f'#~ msgstr[{form}] "{form} %d"\n' for form in range(3))
    obsolete = f'#~ msgid "%d house"\n#~ msgid_plural "%d houses"\n{filled}'
    draft(f"{HEAD}{active}\n{obsolete}")
    assert _entry(project / "a.po").msgstr_plural == ("0 %d", "1 %d", "2 %d")
    assert not _entry(project / "a.po").fuzzy
    draft(f"{HEAD}{active}\n{obsolete.replace(filled.splitlines()[2] + chr(10), '')}")
    assert _entry(project / "a.po").fuzzy  # a form is missing


def test_of_several_texts_the_signed_one_comes_back_and_none_is_lost(draft: Callable[..., str], project: Path) -> None:
    texts = ("Домик", "Дом.", "Домик")
    obsolete = [
        f'# {number}\n{SIGNED if text == "Дом." else ""}#~ msgid "house"\n#~ msgstr "{text}"\n'
        for number, text in enumerate(texts)
    ]
    new = draft(f"{HEAD}{EMPTY}\n" + "\n".join(obsolete))
    assert state(_entry(project / "a.po")) is State.REVIEWED
    assert new.count("#~ msgstr") == 2
    assert all(f"# {number}\n" in new for number in range(3))


# --- the memory -------------------------------------------------------------------------------------------------------


@pytest.fixture
def remembered(run: Run, project: Path) -> None:
    """People have accepted some strings in another catalogue."""
    (project / "other.po").write_text(
        HEAD
        + 'msgid "Open the new file %s"\nmsgstr "Открыть новый файл %s"\n\n'
        + 'msgid "house"\nmsgstr "домище"\n\nmsgid "open %d"\nmsgstr "открыто"\n\nmsgid "open"\nmsgstr "открыто "\n',
        "utf-8",
    )
    run("memory", "learn", "other.po")


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(
    ("msgid", "expected", "origin"),
    [
        pytest.param("Open the new file %s", "Открыть новый файл %s", "l10n-tm: 100% human", id="exact"),
        pytest.param("Open a new file %s", "Открыть новый файл %s", "l10n-tm: 84% human", id="alike"),
        pytest.param("open %d", "открыть %d", "l10n-mt: argos en-ru-1.0", id="without the placeholder"),
        pytest.param("open", "открыть", "l10n-mt: argos en-ru-1.0", id="with other white space"),
        pytest.param("Open houses", "Открыть домов", "l10n-mt: argos en-ru-1.0", id="unknown"),
    ],
)
def test_what_people_accepted_comes_before_the_packages(
    draft: Callable[..., str], project: Path, msgid: str, expected: str, origin: str
) -> None:
    flags = "#, c-format\n" if "%" in msgid else ""
    draft(f'{HEAD}{flags}msgid "{msgid}"\nmsgstr ""\n')
    entry = _entry(project / "a.po")
    assert (entry.msgstr, state(entry)) == (expected, State.DRAFT)
    assert entry.comments[-1].startswith(origin)


@pytest.mark.usefixtures("remembered")
def test_only_what_the_memory_lacks_needs_packages(draft: Callable[..., str], project: Path) -> None:
    (project / "none").mkdir()
    new = draft(HEAD + EMPTY, "--packages", project / "none")
    assert 'msgstr "домище"' in new
    assert "with the memory (1)" in (project / "said.txt").read_text()
    draft(f'{HEAD}{EMPTY}\nmsgid "new"\nmsgstr ""\n', "--packages", project / "none", code=3)
    assert "a.po: 1 drafted, 1 undrafted" in (project / "said.txt").read_text()
    assert 'msgstr "дом"' in draft(HEAD + EMPTY, "--no-memory")
