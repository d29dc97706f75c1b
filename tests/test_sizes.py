"""What is bigger than anything people translate is refused in one line, before it is read."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.errors import L10nError
from l10n.files import sizes
from tests.conftest import Git, Run

ENTRY = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Haus"\nmsgstr "дом"\n'
TOO_MUCH = "is 64.1 MiB, more than the 64 MiB that l10n reads"


def _big(name: str, start: str = "") -> Path:
    path = Path(name)
    path.write_text(start, "utf-8")
    os.truncate(path, sizes.MOST + 1)  # the rest is a hole, which takes no room on the disk
    return path


@pytest.mark.parametrize(
    "command",
    [
        "status ru.po",
        "check ru.po",
        "check ru.po --fix",
        "normalize ru.po",
        "review list ru.po",
        "review approve ru.po --entries 1 --by A",
        "review page ru.po -o page.html",
        "memory learn ru.po",
        "draft --po ru.po --dry-run --from de --to ru",
        "export omegat ru.po -o folder",
        "export csv ru.po -o ru.csv",
        "export xliff ru.po -o a.xlf",
    ],
)
def test_every_command_refuses_a_catalogue_of_that_size(run: Run, packages: Path, command: str) -> None:
    path = _big("ru.po", ENTRY)
    more = ["--packages", packages] if command.startswith("draft") else []
    told = run(*command.split(), *more, code=2)
    assert f"ru.po: {TOO_MUCH}" in told.stderr + told.stdout
    assert path.stat().st_size == sizes.MOST + 1


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("g.csv", "glossary convert g.csv a.tbx"),
        ("g.tbx", "glossary convert g.tbx a.csv"),
        ("x.patch.json", "review apply x.patch.json --catalogues ru.po"),
        ("x.txt", "segment x.txt"),
        ("ref.txt", "eval ru.po --reference ref.txt"),
    ],
)
def test_so_is_any_other_file(run: Run, name: str, arguments: str) -> None:
    Path("ru.po").write_text(ENTRY, "utf-8")
    _big(name)
    assert f"{name}: {TOO_MUCH}" in run(*arguments.split(), code=2).stderr


def test_settings_are_smaller(run: Run) -> None:
    os.truncate("l10n.toml", (1 << 20) + 1)
    assert "l10n.toml: is 1.1 MiB, more than the 1 MiB that l10n reads" in run("status", code=2).stderr


def test_a_file_of_just_that_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.touch()
    os.truncate(path, 1000)
    assert len(sizes.content(path, "", 1000)) == 1000
    with pytest.raises(L10nError):
        sizes.content(path, "", 999)


def test_a_pipe_is_read_no_further(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def fill() -> None:
        with contextlib.suppress(BrokenPipeError):
            pipe.write_bytes(bytes(1 << 20))

    writer = threading.Thread(target=fill)
    writer.start()
    with pytest.raises(L10nError, match="more than the 0 MiB"):
        sizes.content(pipe, "", 1 << 10)
    writer.join()


def test_git_shows_and_merges_such_files_as_text(run: Run, git: Git) -> None:
    base, ours, theirs = (Path(name) for name in ("base.po", "ours.po", "theirs.po"))
    for path in (base, theirs):
        path.write_text(ENTRY, "utf-8")
    filling = f"# {'x' * 1000}\n" * (sizes.MOST // 1000)
    ours.write_text(f"{ENTRY}{filling}", "utf-8")
    told = run("git", "merge-driver", base, ours, theirs, "ru.po").stderr
    assert "ru.po: merged as plain text: ours: is 64." in told
    assert ours.read_text("utf-8") == f"{ENTRY}{filling}"
    assert run("git", "textconv", ours).stdout.startswith(ENTRY)


def test_the_error_names_a_way_out_that_works(run: Run, tmp_path: Path) -> None:
    with pytest.raises(L10nError) as error:
        po.read(_big("ru.po"))
    assert "msggrep --location='docs/*' FILE.po -o PART.po" in error.value.hint
