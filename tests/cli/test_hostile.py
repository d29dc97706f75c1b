"""What the world may do to a run: odd names, full disks, impatient people, broken packages."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Gettext, Run


@pytest.fixture
def source(project: Path) -> Path:
    path = project / "text.txt"
    path.write_text("Das Haus ist groß. Das Haus. Das Haus.\n", "utf-8")
    return path


def _catalogue(project: Path) -> Path:
    return project / "locales" / "ru" / "LC_MESSAGES" / "text.po"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_ends_a_long_draft_and_keeps_what_was_done(project: Path, packages: Path) -> None:
    sentences = (f"Das Haus {number} ist {'sehr ' * (number % 30)}groß." for number in range(3000))
    (project / "long.txt").write_text("\n".join(sentences) + "\n", "utf-8")
    command = [sys.executable, "-m", "l10n", "draft", "long.txt", "--packages", str(packages), "--to", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as draft:
        assert draft.stderr is not None
        killer = threading.Timer(120, draft.kill)  # or a lost signal would stop the tests for ever
        killer.start()
        assert any("3000 new" in line for line in iter(draft.stderr.readline, ""))
        while not (project / "l10n.db").exists() and draft.poll() is None:  # it is opened when drafting begins
            time.sleep(0.05)
        draft.send_signal(signal.SIGINT)
        assert "interrupted" in draft.stderr.read()
        killer.cancel()
    assert draft.returncode == 130
    path = project / "locales" / "en" / "LC_MESSAGES" / "long.po"
    assert len(po.read(path).entries) == 3000


@pytest.mark.parametrize("name", ["zwei  Leer.txt", "Tab\u00a0NBSP.txt", "100%.txt", "ü[x] 'q'.txt", "a\\b.txt"])
def test_odd_file_names_make_good_catalogues(run: Run, project: Path, gettext: Gettext, name: str) -> None:
    (project / name).write_text("Das Haus.\n", "utf-8")
    run("update", name, "--to", "ru")
    (path,) = (project / "locales").rglob("*.po")
    assert gettext("msgfmt", "--check", "-o", os.devnull, path) == ""
    gettext("msgcat", "--no-wrap", "-o", project / "copy.po", path)
    assert (project / "copy.po").read_bytes() == path.read_bytes()
    assert Path(name).stem.split()[-1] in run("status").stdout


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("a\nb.txt", "control character", id="line feed"),
        pytest.param(os.fsdecode(b"bad\xff.txt"), "not UTF-8", id="not UTF-8"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="such names are POSIX")
def test_a_name_that_no_catalogue_can_hold_is_refused(run: Run, project: Path, name: str, message: str) -> None:
    (project / name).write_text("Das Haus.\n", "utf-8")
    assert message in run("update", name, "--to", "ru", code=2).stderr
    assert not (project / "locales").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["segment text.txt", "status", "status --json"])
def test_a_full_disk_behind_stdout_is_exit_code_4(run: Run, source: Path, command: str) -> None:
    run("update", source, "--to", "ru")
    with Path("/dev/full").open("w") as full:
        arguments = [sys.executable, "-m", "l10n", *command.split()]
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 4, done.stderr
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_that_closes_is_no_error_message(source: Path) -> None:
    source.write_text("Das Haus.\n" * 20_000, "utf-8")
    command = f"'{sys.executable}' -m l10n segment text.txt | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=True)
    assert "Das Haus." in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("codes", ["", "#version: 0.2\na b c d\n"])
def test_a_package_with_a_bad_tokenizer_is_named_and_stops_only_its_languages(
    run: Run, project: Path, source: Path, packages: Path, tmp_path: Path, codes: str
) -> None:
    some = tmp_path / "some"
    shutil.copytree(packages, some)
    (some / "translate-en_ru-1_0" / "sentencepiece.model").unlink()
    (some / "translate-en_ru-1_0" / "bpe.model").write_text(codes)
    console = run("draft", source, "--packages", some, "--to", "ru,uk", code=3).stderr
    assert f"error: {some / 'translate-en_ru-1_0'}: broken tokenizer" in console
    assert not po.read(_catalogue(project)).entries[0].translated


def test_a_package_without_metadata_is_named_as_broken_not_as_missing(
    run: Run, source: Path, packages: Path, tmp_path: Path
) -> None:
    some = tmp_path / "some"
    shutil.copytree(packages, some)
    (some / "translate-en_ru-1_0" / "metadata.json").write_text("{")
    console = run("draft", source, "--packages", some, "--to", "ru", code=3).stderr
    assert f"error: {some / 'translate-en_ru-1_0'}: broken package" in console


def test_undrafted_entries_are_counted_as_status_counts_them(run: Run, source: Path) -> None:
    assert "0 drafted, 3 undrafted" in run("draft", source, "--to", "ru", code=3).stdout
    assert run("status").stdout.splitlines()[1].split()[2] == "3"


def test_one_file_by_two_names_is_one_source(run: Run, project: Path, source: Path) -> None:
    assert len(run("update", "text.txt", source, "--to", "ru").stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param("targets = []", "no target language", id="no targets"),
        pytest.param('sources = ["nichts/**x.txt"]', "no file matches", id="odd pattern"),
        pytest.param('sources = [""]', "no such file", id="empty pattern"),
    ],
)
def test_odd_settings_are_clear_errors(run: Run, project: Path, settings: str, message: str) -> None:
    (project / "l10n.toml").write_text(f"{settings}\n")
    (project / "a.txt").write_text("Ja.\n")
    arguments = ["a.txt"] if "targets" in settings else []
    assert message in run("update", *arguments, code=2).stderr


def test_a_pattern_may_be_an_absolute_path_and_the_file_have_a_byte_order_mark(run: Run, project: Path) -> None:
    (project / "a.txt").write_text("Ja.\n")
    (project / "l10n.toml").write_text(f'\ufefftargets = ["ru"]\nsources = ["{project.as_posix()}/*.txt"]\n', "utf-8")
    assert run("update").stdout.startswith("locales/ru/LC_MESSAGES/a.po: 1 new")


def test_a_wrong_source_date_epoch_is_named(run: Run, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gestern")
    assert "SOURCE_DATE_EPOCH=gestern" in run("update", source, "--to", "ru", code=2).stderr


def test_a_note_on_an_untranslated_segment_that_goes_is_kept_above_the_header(
    run: Run, project: Path, source: Path, gettext: Gettext
) -> None:
    run("update", source, "--to", "ru")
    path = _catalogue(project)
    path.write_text(
        path.read_text("utf-8").replace("#. paragraph 1, sentence 1", "# ask Anna\n#. paragraph 1, sentence 1"), "utf-8"
    )
    source.write_text("Ganz neu.\n", "utf-8")
    run("update", source, "--to", "ru")
    assert "# ask Anna (on a segment that is gone: Das Haus ist groß.)\n" in path.read_text("utf-8")
    gettext("msgcat", "--no-wrap", "-o", project / "copy.po", path)
    assert (project / "copy.po").read_bytes() == path.read_bytes()
