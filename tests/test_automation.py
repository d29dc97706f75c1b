"""What others run: the action, the container, and the jobs that docs/automation.md tells of."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.model import State
from tests.conftest import ROOT, Git, Run

PAGE = (ROOT / "docs" / "automation.md").read_text("utf-8")
GITHUB, GITLAB = ((ROOT / "docs" / "jobs" / f"{name}-drafts.yml").read_text("utf-8") for name in ("github", "gitlab"))
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))
UK = Path("locales", "uk", "LC_MESSAGES", "text.po")
Done = subprocess.CompletedProcess[str]


def _valid(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def _step(steps: list[dict[str, Any]], name: str) -> dict[str, Any]:
    (step,) = (step for step in steps if step.get("name") == name)
    return step


@dataclass(frozen=True, slots=True)
class Server:
    """A repository on a server, a clone that a job works in, and the programs that it calls."""

    run: Callable[..., Done]
    """A script as a job has it, with these variables."""
    runner: Path
    """Where files of the job and of the fake programs are."""

    def asked(self) -> list[str]:
        """What `gh` was called with, a line a call."""
        log = self.runner / "gh.log"
        return log.read_text("utf-8").splitlines() if log.exists() else []


GH = """#!/bin/sh
printf '%s\\n' "$*" | tr '\\n' ' ' >> "{log}"; echo >> "{log}"
case "$*" in *"pr list"*|*"--paginate"*) cat "{answer}" ;; esac
"""


@pytest.fixture
def server(git: Git, project: Path, packages: Path, monkeypatch: pytest.MonkeyPatch, untraced: None) -> Server:
    """An article and settings on a server; the current folder is a clone of it."""
    if sys.platform == "win32":
        pytest.skip("jobs have a shell of Linux")
    Path("l10n.toml").write_text('targets = ["uk"]\nsources = ["*.txt"]\n')
    Path("text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message", "x")
    git("init", "--quiet", "--bare", "--initial-branch=main", project / "server.git")
    git("push", "--quiet", project / "server.git", "main")
    git("clone", "--quiet", project / "server.git", project / "clone")
    monkeypatch.chdir(project / "clone")
    runner = project / "runner"
    programs = runner / "bin"
    programs.mkdir(parents=True)
    (runner / "answer").touch()
    (programs / "gh").write_text(GH.format(log=runner / "gh.log", answer=runner / "answer"))
    (programs / "gh").chmod(0o755)
    python = runner / "l10n" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    usual = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        "GITHUB_REPOSITORY": "anna/texts",
        "ARGOS_PACKAGES_DIR": str(packages),
    }

    def run(script: str, code: int = 0, **variables: str) -> Done:
        (runner / "output").write_text("")
        (runner / "script.sh").write_text(script)
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(runner / "script.sh")]
        env = {**os.environ, **usual, **variables}
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=env)
        assert done.returncode == code, done.stdout + done.stderr
        return done

    return Server(run, runner)


# The action


def test_the_action_is_valid_and_its_page_names_its_inputs() -> None:
    _valid("vendor.github-actions", ROOT / "action.yml")
    (line,) = re.findall(r"lists its inputs: (.*?)\.\n", PAGE, re.S)
    assert re.findall(r"`([\w-]+)`", line) == list(ACTION["inputs"])


def test_no_script_of_the_action_has_an_expression_in_it() -> None:
    """Names of branches and paths are other people's text."""
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]


CHECK = _step(ACTION["runs"]["steps"], "Check the catalogues")["run"]
COMMENT = _step(ACTION["runs"]["steps"], "Comment on the pull request")["run"]
INPUTS = {"PATHS": "", "BASE": "", "REQUIRE": "", "FAIL_ON": "", "GITHUB_BASE_REF": ""}
CATALOGUE = """msgid ""
msgstr ""
"Language: uk\\n"
"X-Source-Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "38 Menschen starben."
msgstr "%s"
"""


def _put(text: str) -> None:
    UK.parent.mkdir(parents=True, exist_ok=True)
    UK.write_text(CATALOGUE % text, "utf-8")


@pytest.mark.parametrize(
    ("text", "inputs", "code"),
    [
        ("Загинули 38 людей.", {}, 0),
        ("Загинули 83 людини.", {"PATHS": "locales/uk", "FAIL_ON": "never"}, 0),
        ("Загинули 83 людини.", {"GITHUB_BASE_REF": "main"}, 0),
        ("Загинули 83 людини.", {"GITHUB_BASE_REF": "main", "BASE": "none"}, 1),
        ("", {"REQUIRE": "drafted"}, 1),
        ("", {"BASE": "$(touch hacked)"}, 2),
        ("", {"PATHS": "--help"}, 2),
    ],
)
def test_the_action_annotates_and_reports(
    server: Server, git: Git, text: str, inputs: dict[str, str], code: int
) -> None:
    _put(text)
    git("add", ".")
    git("commit", "--quiet", "--message", "x")
    git("push", "--quiet", "origin", "main")
    done = server.run(CHECK, code, **{**INPUTS, **inputs})
    assert not Path("hacked").exists()
    assert ("::error " in done.stdout) == (code == 1 or "FAIL_ON" in inputs)
    if code < 2:
        report = (server.runner / "l10n-report.md").read_text("utf-8")
        assert report.startswith("## l10n check: ")
        assert (server.runner / "summary").read_text("utf-8") == report
        assert (server.runner / "output").read_text() == f"report={server.runner / 'l10n-report.md'}\n"


@pytest.mark.parametrize(("old", "method"), [("", "POST"), ("17\n18\n", "PATCH")])
def test_the_action_keeps_one_comment(server: Server, old: str, method: str) -> None:
    report = server.runner / "report.md"
    report.write_text("## l10n check: ä\n", "utf-8")
    (server.runner / "answer").write_text(old)
    server.run(COMMENT, REPORT=str(report), NUMBER="5", GH_TOKEN="x")
    comments = "repos/anna/texts/issues/5/comments" if method == "POST" else "repos/anna/texts/issues/comments/17"
    assert server.asked()[1].startswith(f"api --method {method} {comments} --field body=@")
    assert len(server.asked()) == 2
    body = (server.runner / "l10n-comment.md").read_text("utf-8")
    assert body == "<!-- l10n check -->\n## l10n check: ä\n"


# The jobs that draft


@pytest.mark.parametrize(
    ("schema", "job"),
    [
        ("vendor.github-workflows", GITHUB),
        ("vendor.gitlab-ci", GITLAB),
        *(("vendor.github-workflows", block) for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.S | re.M)),
    ],
    ids=["github", "gitlab", "action"],
)
def test_each_job_of_the_page_is_valid(schema: str, job: str, tmp_path: Path) -> None:
    path = tmp_path / "job.yml"
    path.write_text(job)
    _valid(schema, path)


BRANCHES = {"BRANCH": "l10n-drafts", "DEFAULT": "main", "GH_TOKEN": "x"}


def _github_step(name: str) -> str:
    script: str = _step(YAML(typ="safe").load(GITHUB)["jobs"]["draft"]["steps"], name)["run"]
    return script


def _github(server: Server) -> None:
    server.run(_github_step("Draft what is new"), **BRANCHES)
    if (server.runner / "output").read_text() == "new=true\n":
        server.run(_github_step("Ask people to look at it"), **BRANCHES)


def _gitlab(server: Server) -> None:
    script = "\n".join(YAML(typ="safe").load(GITLAB)["drafts"]["script"])
    head = subprocess.run(["git", "rev-parse", "origin/main"], check=True, capture_output=True, text=True).stdout
    here = {"REMOTE": str(server.runner.parent / "server.git"), "CI_COMMIT_SHA": head.strip()}
    server.run(script, BRANCH="l10n-drafts", CI_DEFAULT_BRANCH="main", CI_JOB_URL="https://example.org/1", **here)


def _clone(git: Git, project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "--quiet", project / "server.git", project / name)
    monkeypatch.chdir(project / name)


@pytest.mark.parametrize("job", [_github, _gitlab])
def test_a_job_drafts_what_is_new_and_keeps_what_people_did_on_its_branch(
    job: Callable[[Server], None], server: Server, git: Git, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("-C", project / "server.git", "config", "receive.advertisePushOptions", "true")
    job(server)
    branch = git("-C", project / "server.git", "rev-parse", "l10n-drafts")
    _clone(git, project, "reviewer", monkeypatch)
    git("switch", "--quiet", "l10n-drafts")
    assert [state(entry) for entry in po.read(UK).active] == [State.DRAFT]
    UK.write_text(UK.read_text("utf-8").replace("#, fuzzy\n", "").replace("великий", "чималий"), "utf-8")
    git("commit", "--quiet", "--all", "--message", "reviewed")
    git("push", "--quiet", "origin", "l10n-drafts")
    git("switch", "--quiet", "main")
    Path("text.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")
    git("commit", "--quiet", "--all", "--message", "a sentence more")
    git("push", "--quiet", "origin", "main")
    _clone(git, project, "second", monkeypatch)
    job(server)
    git("switch", "--quiet", "--detach")
    git("fetch", "--quiet", "origin")
    git("switch", "--quiet", "--force-create", "seen", "origin/l10n-drafts")
    assert [state(entry) for entry in po.read(UK).active] == [State.TRANSLATED, State.DRAFT]
    git("merge-base", "--is-ancestor", branch.strip(), "HEAD")


def test_the_job_for_github_opens_one_pull_request_with_a_report_and_renews_it(server: Server) -> None:
    _github(server)
    assert [call.partition(" --body")[0] for call in server.asked()] == [
        "pr list --head l10n-drafts --state open --json number --jq .[].number ",
        "pr create --head l10n-drafts --base main --title Drafts to be reviewed",
    ]
    report = (server.runner / "report.md").read_text("utf-8")
    assert report.startswith("## l10n check: ")
    assert "text " in report.partition("```")[2]
    (server.runner / "answer").write_text("7\n")
    server.run(_github_step("Ask people to look at it"), **BRANCHES)
    assert server.asked()[-1].startswith("pr edit l10n-drafts --body-file ")


def test_without_anything_new_nobody_is_asked(server: Server, git: Git, run: Run, packages: Path) -> None:
    os.chdir(server.runner.parent / "clone")
    run("draft", "--packages", packages)
    git("add", "locales")
    git("commit", "--quiet", "--message", "drafted by hand")
    git("push", "--quiet", "origin", "main")
    _github(server)
    assert server.asked() == []


# Who reports something


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()), ids=lambda path: path.stem)
def test_each_form_is_valid(path: Path) -> None:
    _valid("vendor.github-issue-config" if path.stem == "config" else "vendor.github-issue-forms", path)


# The container


def _instructions() -> list[list[str]]:
    """The words of each line of the Dockerfile, continued lines joined."""
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8"))
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def test_the_container_runs_l10n_as_nobody_special_with_packages_in_a_volume() -> None:
    lines = _instructions()
    last = {words[0]: words[1:] for words in lines}
    assert last["USER"] not in ([], ["root"], ["0"])
    assert (last["VOLUME"], last["WORKDIR"]) == (["/packages"], ["/work"])
    assert json.loads(" ".join(last["ENTRYPOINT"])) == ["l10n"]
    assert all(words[1].endswith("-slim") for words in lines if words[0] == "FROM")
    assert any("ARGOS_PACKAGES_DIR=/packages" in words for words in lines if words[0] == "ENV")
    assert all("--no-deps" in words for words in lines if words[0] == "RUN" and {"install", "pip"} <= {*words})


def test_what_the_container_is_made_of_is_not_left_out() -> None:
    rules = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert rules[0] == "*"
    kept = [rule[1:].strip("/") for rule in rules if rule.startswith("!")]
    assert {"l10n", "pyproject.toml", "README.md", "LICENSE", "requirements.lock"} == {*kept}
    assert all((ROOT / name).exists() for name in kept)
    assert not any(fnmatch(name, "*.db") for name in kept)


def test_the_container_can_be_built() -> None:
    """Never in CI: it takes minutes and the network."""
    if os.environ.get("CI"):
        pytest.skip("an image is built by hand, not in CI")
    if not shutil.which("docker") or subprocess.run(["docker", "info"], check=False, capture_output=True).returncode:
        pytest.skip("needs docker, and its daemon running")
    subprocess.run(["docker", "build", "--quiet", "--tag", "l10n-test", str(ROOT)], check=True)
    command = ["docker", "run", "--rm", "l10n-test", "--version"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.startswith("l10n ")
