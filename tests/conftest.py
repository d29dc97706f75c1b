"""What all tests share: the command on real files, real packages, and gettext where it is installed."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, Phase, settings
from typer.testing import CliRunner, Result

THOROUGH = bool(os.environ.get("L10N_THOROUGH"))
"""Look further than `make test` has time for: see `examples`."""

settings.register_profile(
    "l10n",
    deadline=None,
    # In CI the same examples every time; people's runs look further, and so does the one of each night.
    derandomize=bool(os.environ.get("CI")) and not THOROUGH,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.register_profile("explicit", settings.get_profile("l10n"), phases=[Phase.explicit])  # for `make coverage`
settings.load_profile("l10n")

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "seeds" / "000_17d84892c08cd0d1.txt"

GLOSSES = {
    ("de", "en"): {
        "das": "the",
        "Haus": "house",
        "ist": "is",
        "groß": "big",
        "alt": "old",
        "Der Hund schläft": "The dog sleeps",
    },
    ("en", "ru"): {"the": "", "house": "дом", "is": "", "big": "большой", "old": "старый"},
    ("en", "az"): {"the": "", "house": "ev", "is": "", "big": "böyükdür", "old": "qədimdir"},
    ("en", "uk"): {"the": "", "house": "будинок", "is": "", "big": "великий", "old": "старий"},
}

Run = Callable[..., Result]
Gettext = Callable[..., str]
Git = Callable[..., str]
WithoutRights = Callable[..., "subprocess.CompletedProcess[str]"]


def program(*names: str) -> str:
    """The first of these programs that is installed; the test is skipped where none is, but fails in CI."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"needs {' or '.join(names)}, which is not installed")


def missing(what: str) -> NoReturn:
    """Skip the test, but fail in CI, where everything has to be there."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def examples(count: int, *, thorough: int) -> settings:
    """So many for a property that takes long, and so many with `L10N_THOROUGH=1`."""
    return settings(max_examples=thorough if THOROUGH else count)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files in tests/data/reports anew")
    parser.addoption("--update-screenshots", action="store_true", help="take the pictures in docs/images anew")


def pytest_configure() -> None:
    """Processes that tests start can be interrupted, even where the tests themselves run in the background."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m "not browser"` leaves out what needs one."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths for the homes of tests, each a new one; `mktemp` would read thousands of names to find the next number."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches the user's packages, and none depends on who runs it."""
    home = next(homes)
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("ARGOS_", "XDG_", "SNAP")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def untraced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that the test starts import and write nothing for the measuring of coverage."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with four small real packages: de-en, en-ru, en-az, en-uk."""
    from l10n.engines.argos.demo.builder import build_package

    folder = tmp_path_factory.mktemp("packages")
    for (source, target), gloss in GLOSSES.items():
        build_package(folder, source, target, gloss)
    return folder


@pytest.fixture(scope="session")
def demo_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the four packages that `make demo` builds; they know the words of the seed article."""
    from l10n.engines.argos.demo import __main__ as demo
    from l10n.engines.argos.demo import lexicon
    from l10n.engines.argos.demo.builder import build_package

    folder = tmp_path_factory.mktemp("demo") / "packages"
    for source, target in (pair.split("-") for pair in demo.PAIRS):
        build_package(folder, source, target, lexicon.gloss(lexicon.read(), source, target), demo=True)
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, outside any settings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "l10n.toml").write_text("")
    return tmp_path


@pytest.fixture
def run(project: Path) -> Run:
    """Run the command in the project folder: `run("draft", path, code=3)` checks the exit code, 0 by default."""

    from l10n.cli import app

    def invoke(*arguments: object, code: int = 0, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        assert result.exit_code == code, f"exit code {result.exit_code}\n{result.stdout}\n{result.stderr}"
        return result

    return invoke


@pytest.fixture
def run_without_rights(project: Path) -> WithoutRights:
    """Run the command as somebody for whom modes of files hold, as they do not for root."""
    rights = "-dac_override,-dac_read_search"
    drop = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"] if os.geteuid() == 0 else []
    if drop and shutil.which(drop[0]) is None:
        pytest.skip("root may read everything, and setpriv is not installed")

    def invoke(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [*drop, sys.executable, "-m", "l10n", *map(str, arguments)]
        return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=project)

    return invoke


@pytest.fixture
def gettext() -> Gettext:
    """Run a program of GNU gettext; returns what it says on both channels."""

    def invoke(name: str, *arguments: object) -> str:
        command = [program(name), *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return invoke


@pytest.fixture
def git(project: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a new repository, the current folder: `git("merge", "x", code=1)`; returns both channels.

    Nobody's settings count, nor a repository around it; `l10n` is our own.
    """
    program("git")
    folder = project / "my work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("l10n.toml").touch()
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_", "CI_"))]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Anna")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "anna@example.org")
    monkeypatch.setenv("GIT_EDITOR", "true")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    places = (str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin")
    monkeypatch.setenv("PATH", os.pathsep.join(places))

    def invoke(*arguments: object, code: int = 0) -> str:
        command = ["git", *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    invoke("init", "--quiet", "--initial-branch=main")
    return invoke


@pytest.fixture
def words_engine(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A second engine, a module that was put beside Argos and nothing else; returns what it is asked to translate.

    It has neither scores nor hypotheses nor prefixes: see tests/engines/extra/words.py.
    """
    from l10n import engines

    monkeypatch.setattr(engines, "__path__", [*engines.__path__, str(ROOT / "tests" / "engines" / "extra")])
    monkeypatch.delitem(sys.modules, "l10n.engines.words", raising=False)
    module = import_module("l10n.engines.words")
    monkeypatch.delattr(engines, "words")
    monkeypatch.setitem(sys.modules, "l10n.engines.words", module)
    asked: list[tuple[str, str]] = module.ASKED
    return asked
