"""`l10n review page`, `apply` and `serve`: from catalogues to a page, from patches into catalogues."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import signature
from l10n.catalogue.states import state
from l10n.checking.settings import Settings
from l10n.errors import WriteError
from l10n.files import locked
from l10n.model import Catalogue, Draft, Entry, Leg, State
from l10n.review import PageRow
from l10n.review.page import PageSources, page
from tests.conftest import Run

TEXTS = {"Haus": "дом", "Hund": "собака", "Katze": "кошка"}


def _draft(msgid: str, text: str) -> Entry:
    return drafted(Entry(msgid), Draft("argos", (Leg("de-ru-1.0", text, -0.2),), risk=0.3))


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769860800")  # 2026-01-31 12:00 UTC


@pytest.fixture
def catalogue(project: Path) -> Path:
    path = project / "locales" / "ru" / "LC_MESSAGES" / "a.po"
    po.write(path, Catalogue((("Language", "ru"),), tuple(_draft(*pair) for pair in TEXTS.items())))
    return path


def _rows(path: Path) -> tuple[PageRow, ...]:
    return page([path], PageSources(Path.cwd(), Settings()))[0].rows


def _entry(row: PageRow, verdict: str, *texts: str, note: str = "", catalogue: str = "") -> dict[str, Any]:
    return {
        "catalogue": catalogue or "locales/ru/LC_MESSAGES/a.po",
        "document": "a",
        "language": "ru",
        "key": row.key,
        "old": row.old,
        "verdict": verdict,
        "texts": list(texts) or None,
        "note": note,
        "source": row.source,
    }


def _patch(name: str, *entries: dict[str, Any], reviewer: str = "Anna Muster") -> Path:
    head = {
        "format": "l10n-review-patch",
        "version": 1,
        "page": "",
        "reviewer": reviewer,
        "made": "2026-01-30T08:00:00Z",
    }
    path = Path(name)
    path.write_text(json.dumps({**head, "entries": list(entries)}), "utf-8")
    return path


def _states(path: Path) -> list[State]:
    return [state(entry) for entry in po.read(path).entries]


class TestPage:
    def test_one_file_shows_all_catalogues(self, run: Run, catalogue: Path) -> None:
        result = run("review", "page", "-o", "desk.html")

        assert result.stdout == "desk.html: 3 entries of 1 catalogue\n"
        assert "l10n review apply" in result.stderr
        html = Path("desk.html").read_text("utf-8")
        data = json.loads(re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', html, re.DOTALL)[1])  # type: ignore[index]
        assert [row["source"] for row in data["rows"]] == list(TEXTS)

    def test_whoever_makes_the_page_is_not_who_signs(self, run: Run, catalogue: Path) -> None:
        """The page asks for a name; git knows that of the maker alone."""
        subprocess.run(["git", "config", "--global", "user.name", "Max Maker"], check=True)

        run("review", "page")

        assert "Max Maker" not in Path("review.html").read_text("utf-8")

    def test_a_page_never_takes_the_place_of_a_catalogue(self, run: Run, catalogue: Path) -> None:
        before = catalogue.read_bytes()

        result = run("review", "page", catalogue, "-o", catalogue, code=2)

        assert "is one of the catalogues" in result.stderr
        assert catalogue.read_bytes() == before
        other = Path("other.po")
        other.write_bytes(before)
        assert "other.po: this is a catalogue" in run("review", "page", catalogue, "-o", other, code=2).stderr
        assert other.read_bytes() == before

    def test_without_catalogues_it_says_how_to_get_some(self, run: Run, project: Path) -> None:
        (project / "locales").mkdir()

        assert "l10n draft SOURCE" in run("review", "page", code=2).stderr

    def test_a_broken_catalogue_is_named_and_the_rest_shown(self, run: Run, catalogue: Path) -> None:
        catalogue.with_name("b.po").write_text('msgid "x"\n', "utf-8")

        result = run("review", "page", code=2)

        assert "b.po:1" in result.stderr
        assert Path("review.html").exists()


class TestApply:
    def test_decisions_land_in_the_catalogue(self, run: Run, catalogue: Path) -> None:
        house, dog, cat = _rows(catalogue)
        patch = _patch(
            "p.json", _entry(house, "approve"), _entry(dog, "edit", "пёс"), _entry(cat, "reject", note="kot?")
        )

        result = run("review", "apply", patch)

        assert result.stdout == "locales/ru/LC_MESSAGES/a.po: 3 changed, 0 unchanged, 0 refused\n"
        assert _states(catalogue) == [State.REVIEWED, State.EDITED, State.DRAFT]
        first, second, third = po.read(catalogue).entries
        assert signature(first) == ("Anna Muster", "2026-01-30")
        assert second.msgstr == "пёс"
        assert "l10n-rejected: Anna Muster 2026-01-30: kot? ¶" in third.comments

    def test_a_second_time_changes_nothing(self, run: Run, catalogue: Path) -> None:
        house, dog, cat = _rows(catalogue)
        patch = _patch(
            "p.json", _entry(house, "approve"), _entry(dog, "edit", "пёс"), _entry(cat, "reject", note="kot?")
        )
        run("review", "apply", patch)
        before = catalogue.read_bytes()

        result = run("review", "apply", patch)

        assert "0 changed, 3 unchanged, 0 refused" in result.stdout
        assert catalogue.read_bytes() == before

    def test_patches_of_two_reviewers_go_together(self, run: Run, catalogue: Path) -> None:
        house, dog, cat = _rows(catalogue)
        anna = _patch("anna.json", _entry(house, "approve"), _entry(dog, "approve", "пёс"))
        olga = _patch("olga.json", _entry(dog, "approve"), _entry(cat, "approve"), reviewer="Olga")

        result = run("review", "apply", anna, olga, code=2)

        assert _states(catalogue) == [State.REVIEWED] * 3
        assert po.read(catalogue).entries[1].msgstr == "пёс"
        assert "“Hund”: changed since the page was made: Anna Muster has approved it on 2026-01-30" in result.stderr

    def test_what_is_refused_is_kept_beside_the_patch(self, run: Run, catalogue: Path) -> None:
        house, dog, _ = _rows(catalogue)
        patch = _patch("p.json", _entry(house, "approve", "изба"), _entry(dog, "approve"))
        old = po.read(catalogue)
        human = Entry("Haus", "хата")
        po.write(catalogue, Catalogue(old.header, (human, *old.entries[1:])))

        result = run("review", "apply", patch, code=2)

        assert "1 changed, 0 unchanged, 1 refused" in result.stdout
        assert "p.leftover.json" in result.stderr
        assert po.read(catalogue).entries[0].msgstr == "хата"
        (left,) = json.loads(Path("p.leftover.json").read_text("utf-8"))["entries"]
        assert (left["texts"], left["reason"]) == (["изба"], "changed since the page was made: it is translated now")

    def test_what_check_calls_an_error_is_refused_and_kept_unless_it_was_confirmed(
        self, run: Run, catalogue: Path
    ) -> None:
        house, dog, _ = _rows(catalogue)
        wrong = _entry(house, "approve", "дoм")  # with a Latin o

        result = run("review", "apply", _patch("p.json", wrong, _entry(dog, "approve")), code=2)

        assert result.stdout == "locales/ru/LC_MESSAGES/a.po: 1 changed, 0 unchanged, 1 refused\n"
        assert "“Haus”: error mixed-script: " in result.stderr
        assert "--force" in result.stderr
        assert _states(catalogue)[:2] == [State.DRAFT, State.REVIEWED]
        (left,) = json.loads(Path("p.leftover.json").read_text("utf-8"))["entries"]
        assert left["texts"] == ["дoм"]
        assert left["reason"].startswith("error mixed-script: ")
        confirmed = {**wrong, "despite": ["mixed-script"]}
        assert "1 changed" in run("review", "apply", _patch("q.json", confirmed)).stdout

    def test_leftovers_can_be_signed_all_the_same(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)
        run("review", "apply", _patch("p.json", _entry(house, "approve", "дoм")), code=2)

        run("review", "apply", "p.leftover.json", "--outdated", code=2)
        run("review", "apply", "p.leftover.json", "--force")

        assert po.read(catalogue).entries[0].msgstr == "дoм"
        assert _states(catalogue)[0] is State.REVIEWED

    def test_an_outdated_entry_has_to_be_confirmed(self, run: Run, catalogue: Path) -> None:
        old = po.read(catalogue)
        po.write(catalogue, replace(old, entries=(replace(old.entries[0], previous=(("msgid", "Hütte"),)),)))
        (house,) = _rows(catalogue)

        refused = run("review", "apply", _patch("p.json", _entry(house, "approve")), "--force", code=2)
        assert "“Haus”: outdated: its source has changed since\nhint: read it, " in refused.stderr
        assert _states(catalogue) == [State.OUTDATED]

        run("review", "apply", _patch("q.json", {**_entry(house, "approve"), "despite": ["outdated"]}))
        assert _states(catalogue) == [State.REVIEWED]

    def test_an_outdated_entry_can_be_signed_on_the_command_line(self, run: Run, catalogue: Path) -> None:
        old = po.read(catalogue)
        po.write(catalogue, replace(old, entries=(replace(old.entries[0], previous=(("msgid", "Hütte"),)),)))
        (house,) = _rows(catalogue)

        run("review", "apply", _patch("p.json", _entry(house, "approve")), "--outdated")

        assert _states(catalogue) == [State.REVIEWED]

    def test_the_settings_of_check_count(self, run: Run, catalogue: Path) -> None:
        Path("l10n.toml").write_text("[check]\nignore = ['mixed-script']", "utf-8")
        house, *_ = _rows(catalogue)

        run("review", "apply", _patch("p.json", _entry(house, "approve", "дoм")))

        assert _states(catalogue)[0] is State.REVIEWED

    def test_leftovers_of_before_are_not_written_over(self, run: Run, catalogue: Path) -> None:
        house, _, cat = _rows(catalogue)
        for row in (house, cat):
            patch = _patch("p.json", {**_entry(row, "approve"), "old": "00000000"})
            run("review", "apply", patch, code=2)
            run("review", "apply", patch, code=2)

        names = sorted(path.name for path in Path().glob("*.json"))
        assert names == ["p.json", "p.leftover-2.json", "p.leftover.json"]
        run("review", "apply", "p.leftover-2.json", code=2)
        assert sorted(path.name for path in Path().glob("*.json")) == names

    def test_a_catalogue_that_has_moved_is_found_by_document_and_language(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)
        patch = _patch("p.json", _entry(house, "approve", catalogue="elsewhere/ru/LC_MESSAGES/a.po"))

        assert "1 changed" in run("review", "apply", patch).stdout

    @pytest.mark.parametrize("name", ["../outside.po", "/etc/passwd", "outside.po", "locales/../outside.po"])
    def test_no_path_in_a_patch_leads_out_of_the_catalogues(self, run: Run, catalogue: Path, name: str) -> None:
        outside = Path("outside.po")
        outside.write_bytes(catalogue.read_bytes())
        house, *_ = _rows(outside)
        entry = {**_entry(house, "approve", catalogue=name), "document": "outside"}

        result = run("review", "apply", _patch("p.json", entry), code=2)

        assert "there is no such catalogue here" in result.stderr
        assert outside.read_bytes() == catalogue.read_bytes()

    def test_a_broken_patch_does_not_stop_the_others(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)
        Path("bad.json").write_text("{", "utf-8")

        result = run("review", "apply", "bad.json", _patch("p.json", _entry(house, "approve")), code=2)

        assert "error: bad.json: not JSON: line 1" in result.stderr
        assert "1 changed" in result.stdout

    def test_a_catalogue_that_cannot_be_read_does_not_stop_the_others(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)
        other = catalogue.with_name("b.po")
        other.write_text('msgid "x"\n', "utf-8")
        broken = _entry(house, "approve", catalogue="locales/ru/LC_MESSAGES/b.po")

        result = run("review", "apply", _patch("p.json", broken, broken, _entry(house, "approve")), code=2)

        assert result.stderr.count("b.po:1") == 1, "one cause, one line"
        assert "apply p.json again" in result.stderr
        assert _states(catalogue)[0] is State.REVIEWED
        assert not Path("p.leftover.json").exists(), "there is nothing wrong with the decisions"

    def test_two_runs_at_once_wait_for_each_other(
        self, run: Run, catalogue: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        house, *_ = _rows(catalogue)
        patch = _patch("p.json", _entry(house, "approve"))
        monkeypatch.setattr("l10n.review.applying.PATIENCE", 0.2)
        with locked(catalogue.parents[2]):
            monkeypatch.setattr("l10n.files._HELD", set())  # as if the lock were another process's
            assert "another l10n is at work" in run("review", "apply", patch, code=2).stderr

        assert "1 changed" in run("review", "apply", patch).stdout

    def test_leftovers_that_cannot_stand_beside_the_patch_go_into_the_current_folder(
        self, run: Run, catalogue: Path
    ) -> None:
        house, dog, _ = _rows(catalogue)
        name = f"{'x' * 245}.json"  # as long as a name can be
        patch = _patch(name, {**_entry(house, "approve"), "old": "00000000"})

        result = run("review", "apply", patch, _patch("p.json", _entry(dog, "approve")), code=2)

        assert f"{'x' * 40}.leftover.json" in result.stderr
        assert Path(f"{'x' * 40}.leftover.json").exists()
        assert _states(catalogue)[1] is State.REVIEWED

    def test_leftovers_that_can_be_kept_nowhere_are_told(
        self, run: Run, catalogue: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        house, dog, _ = _rows(catalogue)
        first = _patch("a.json", _entry(dog, "approve"), {**_entry(house, "approve"), "old": "00000000"})
        second = _patch("b.json", _entry(house, "approve"))

        def fails(*_: object) -> None:
            raise WriteError("disk: cannot write: No space left on device", "nothing was changed")

        monkeypatch.setattr("l10n.files.leftovers.write_bytes", fails)
        result = run("review", "apply", first, second, code=4)

        assert "1 refused decision cannot be kept apart" in result.stderr
        assert "nothing was changed" not in result.stderr
        assert _states(catalogue)[:2] == [State.REVIEWED] * 2

    def test_what_a_patch_says_does_nothing_to_the_terminal(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)
        hostile = "\x1b]0;pwned\x07\u202e\nerror: forged"
        known = {**_entry(house, "approve"), "old": "00000000", "source": hostile}
        unknown = {**_entry(house, "approve"), "catalogue": hostile, "document": "x"}

        told = run("review", "apply", _patch("p.json", known, unknown), code=2)

        for text in (told.stdout, told.stderr):
            assert not set("\x1b\x07\u202e") & set(text)
            assert "\nerror: forged" not in text

    def test_somebody_else_can_sign(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)

        run("review", "apply", _patch("p.json", _entry(house, "approve"), reviewer=""), "--by", "Olga")

        assert signature(po.read(catalogue).entries[0]) == ("Olga", "2026-01-30")

    def test_without_a_name_nothing_is_signed(self, run: Run, catalogue: Path) -> None:
        house, *_ = _rows(catalogue)

        result = run("review", "apply", _patch("p.json", _entry(house, "approve"), reviewer=""), code=2)

        assert "--by NAME" in result.stderr
        assert _states(catalogue)[0] is State.DRAFT


def _interrupted(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What the process says when Ctrl-C is pressed, again if it is busy with something that lets none through."""
    for _ in range(20):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=5)
    process.kill()
    return process.communicate()


class TestServe:
    def test_the_page_is_served_until_ctrl_c(self, catalogue: Path) -> None:
        command = [sys.executable, "-m", "l10n", "review", "serve", "--port", "0"]
        surroundings = {**os.environ, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings
        ) as process:
            assert process.stdout
            address = process.stdout.readline().strip()
            try:
                with urllib.request.urlopen(address) as answer:
                    assert "Haus" in answer.read().decode()
            finally:
                _, console = _interrupted(process)
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", address)
        assert process.returncode == 0
        assert "ended; what the page showed as saved is in the catalogues" in console

    @pytest.mark.parametrize("host", ["0.0.0.0", "::"])
    def test_all_addresses_at_once_are_refused(self, run: Run, catalogue: Path, host: str) -> None:
        assert "name the one that others use" in run("review", "serve", "--host", host, code=2).stderr

    def test_a_port_that_is_taken_is_named(self, run: Run, catalogue: Path) -> None:
        import socket

        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            assert f"127.0.0.1:{port}: Address already in use" in run("review", "serve", "--port", port, code=2).stderr
