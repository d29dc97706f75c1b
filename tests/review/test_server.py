"""The page on a port: who may use it, and what it does to the catalogues."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from werkzeug.test import Client, TestResponse

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import signature
from l10n.catalogue.states import state
from l10n.checking.settings import CheckSelection, Settings
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model import Catalogue, Draft, Entry, Leg, State
from l10n.review.page import PageSources
from l10n.review.server import listen
from l10n.review.wsgi import LARGEST, ReviewApplication

HOST = "127.0.0.1:8765"
WORDS = {"Haus": "дом", "Hund": "собака", "Katze": "кошка"}


@pytest.fixture
def catalogue(project: Path) -> Path:
    path = project / "ru" / "LC_MESSAGES" / "a.po"
    entries = (drafted(Entry(word), Draft("argos", (Leg("de-ru-1.0", text, -0.2),))) for word, text in WORDS.items())
    po.write(path, Catalogue((("Language", "ru"),), tuple(entries)))
    return path


@pytest.fixture
def application(catalogue: Path) -> ReviewApplication:
    application = ReviewApplication([catalogue], PageSources(Path.cwd(), Settings()), "Anna")
    application.hosts = frozenset({HOST})
    return application


class _Browser:
    """A page of the server, as far as its requests go."""

    def __init__(self, application: ReviewApplication) -> None:
        self._client = Client(application)
        self._token = application.token

    def open(self, path: str = "", method: str = "GET", **arguments: Any) -> TestResponse:
        headers = {"Host": HOST, **arguments.pop("headers", {})}
        return self._client.open(f"/{self._token}/{path}", method=method, headers=headers, **arguments)

    def post(self, path: str, value: object, **arguments: Any) -> TestResponse:
        headers = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin", **arguments.pop("headers", {})}
        return self.open(path, "POST", json=value, headers=headers, **arguments)

    def rows(self) -> list[dict[str, Any]]:
        text = self.open().text
        start = text.index(">", text.index('id="data"')) + 1
        rows: list[dict[str, Any]] = json.loads(text[start : text.index("</script>", start)])["rows"]
        return rows

    def save(self, *decisions: dict[str, Any], reviewer: str = "Anna Muster") -> list[dict[str, Any]]:
        head = {"format": "l10n-review-patch", "version": 1, "page": "", "reviewer": reviewer, "made": "2026-01-30"}
        answer = self.post("save", {**head, "entries": decisions})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json["results"]  # type: ignore[index]
        return results

    def undo(self, row: dict[str, Any], catalogue: str = "ru/LC_MESSAGES/a.po") -> dict[str, Any]:
        (result,) = self.post("undo", {"catalogue": catalogue, "key": row["key"], "old": row["old"]}).json["results"]  # type: ignore[index]
        assert isinstance(result, dict)
        return result


@pytest.fixture
def browser(application: ReviewApplication) -> _Browser:
    return _Browser(application)


def _decision(row: dict[str, Any], verdict: str, *texts: str, catalogue: str = "ru/LC_MESSAGES/a.po") -> dict[str, Any]:
    names = {"catalogue": catalogue, "document": "a", "language": "ru", "key": row["key"], "old": row["old"]}
    return {**names, "verdict": verdict, "texts": list(texts) or None, "note": ""}


def _states(path: Path) -> list[State]:
    return [state(entry) for entry in po.read(path).entries]


def test_the_page_is_made_anew_each_time(browser: _Browser, catalogue: Path) -> None:
    assert [row["state"] for row in browser.rows()] == ["draft"] * 3
    old = po.read(catalogue)
    po.write(catalogue, Catalogue(old.header, (Entry("Haus", "изба"), *old.entries[1:])))

    assert [row["state"] for row in browser.rows()] == ["translated", "draft", "draft"]


def test_the_page_may_use_nothing_but_its_own_server(browser: _Browser) -> None:
    headers = browser.open().headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_a_decision_is_saved_and_the_new_row_comes_back(browser: _Browser, catalogue: Path) -> None:
    house, dog, _ = browser.rows()

    first, second = browser.save(_decision(house, "approve", "домик"), _decision(dog, "edit", "пёс"))

    assert _states(catalogue) == [State.REVIEWED, State.EDITED, State.DRAFT]
    assert signature(po.read(catalogue).entries[0]) is not None
    assert (first["outcome"], first["reason"]) == ("changed", "")
    assert first["row"]["texts"] == ["домик"]
    assert first["row"]["old"] != house["old"]
    assert second["row"] == browser.rows()[1]


def test_an_edit_needs_no_name(browser: _Browser) -> None:
    house, *_ = browser.rows()

    (result,) = browser.save(_decision(house, "edit", "домик"), reviewer="")

    assert result["outcome"] == "changed"


def test_findings_of_the_new_text_come_back(browser: _Browser) -> None:
    house, *_ = browser.rows()

    (result,) = browser.save(_decision(house, "edit", "дом  дом"))

    assert "spaces" in [problem["check"] for problem in result["row"]["problems"]]


def test_what_speaks_against_an_approval_comes_back_and_can_be_confirmed(browser: _Browser, catalogue: Path) -> None:
    house, dog, _ = browser.rows()
    approval = _decision(house, "approve", "дoм")  # with a Latin o

    refused, other = browser.save(approval, _decision(dog, "approve"))

    assert (refused["outcome"], refused["doubts"]) == ("refused", ["mixed-script"])
    assert refused["reason"].startswith("error mixed-script: ")
    assert refused["row"] == house
    assert (other["outcome"], other["doubts"]) == ("changed", [])
    assert _states(catalogue)[:2] == [State.DRAFT, State.REVIEWED]

    (signed,) = browser.save({**approval, "despite": refused["doubts"]})
    assert signed["outcome"] == "changed"
    assert _states(catalogue)[0] is State.REVIEWED
    assert browser.undo(signed["row"])["row"] == house


def test_an_outdated_entry_has_to_be_confirmed(browser: _Browser, catalogue: Path) -> None:
    old = po.read(catalogue)
    first = replace(old.entries[0], previous=(("msgid", "Hütte"),))
    po.write(catalogue, replace(old, entries=(first, *old.entries[1:])))
    house, *_ = browser.rows()

    (refused,) = browser.save(_decision(house, "approve"))
    (signed,) = browser.save({**_decision(house, "approve"), "despite": ["outdated"]})

    assert (refused["outcome"], refused["doubts"]) == ("refused", ["outdated"])
    assert (signed["outcome"], signed["row"]["state"]) == ("changed", "reviewed")


def test_the_settings_of_the_server_count(catalogue: Path) -> None:
    settings = Settings(CheckSelection(ignore=frozenset({"mixed-script"})))
    quiet = ReviewApplication([catalogue], PageSources(Path.cwd(), settings))
    quiet.hosts = frozenset({HOST})
    browser = _Browser(quiet)

    (result,) = browser.save(_decision(browser.rows()[0], "approve", "дoм"))

    assert result["outcome"] == "changed"


def test_of_two_windows_the_second_is_refused_and_sees_the_first(browser: _Browser, catalogue: Path) -> None:
    house, *_ = browser.rows()
    browser.save(_decision(house, "approve", "домик"))

    (result,) = browser.save(_decision(house, "approve", "изба"), reviewer="Olga")

    assert result["outcome"] == "refused"
    assert "Anna Muster has approved it" in result["reason"]
    assert result["row"]["texts"] == ["домик"]
    assert po.read(catalogue).entries[0].msgstr == "домик"


def test_many_windows_at_once_lose_nothing(browser: _Browser, catalogue: Path) -> None:
    rows = browser.rows()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda row: browser.save(_decision(row, "approve")), rows * 4))

    assert _states(catalogue) == [State.REVIEWED] * 3
    assert sorted(result["outcome"] for (result,) in answers) == ["changed"] * 3 + ["unchanged"] * 9


def test_changes_can_be_taken_back_one_by_one(browser: _Browser, catalogue: Path) -> None:
    before = po.read(catalogue).entries
    house, *_ = browser.rows()
    (first,) = browser.save(_decision(house, "edit", "домик"))
    (second,) = browser.save(_decision(first["row"], "approve"))

    back = browser.undo(second["row"])
    assert back["row"] == first["row"]
    assert browser.undo(back["row"])["row"] == house
    assert po.read(catalogue).entries == before
    assert browser.undo(house)["outcome"] == "refused", "there is nothing left to take back"


def test_what_somebody_has_changed_since_is_not_taken_back(browser: _Browser, catalogue: Path) -> None:
    house, *_ = browser.rows()
    (saved,) = browser.save(_decision(house, "edit", "домик"))
    old = po.read(catalogue)
    po.write(catalogue, Catalogue(old.header, (Entry("Haus", "изба"), *old.entries[1:])))

    assert browser.undo(saved["row"])["outcome"] == "refused"
    assert po.read(catalogue).entries[0].msgstr == "изба"


def test_taking_back_leaves_what_people_have_added_since(browser: _Browser, catalogue: Path) -> None:
    house, *_ = browser.rows()
    (saved,) = browser.save(_decision(house, "approve", "домик"))
    old = po.read(catalogue)
    first = replace(old.entries[0], comments=("please keep me", *old.entries[0].comments), flags=("no-wrap",))
    po.write(catalogue, replace(old, entries=(first, *old.entries[1:])))

    assert browser.undo(saved["row"])["outcome"] == "changed"

    after = po.read(catalogue).entries[0]
    assert (after.msgstr, state(after)) == ("дом", State.DRAFT)
    assert "please keep me" in after.comments
    assert set(after.flags) == {"fuzzy", "no-wrap"}
    assert not any(line.startswith("l10n-reviewed") for line in after.comments)


def test_what_changed_nothing_can_be_taken_back_too(browser: _Browser) -> None:
    house, *_ = browser.rows()
    (flagged,) = browser.save({**_decision(house, "reject"), "note": "w"})
    (again,) = browser.save({**_decision(flagged["row"], "reject"), "note": "w"})
    assert (flagged["outcome"], again["outcome"]) == ("changed", "unchanged")

    assert browser.undo(again["row"])["outcome"] == "unchanged"
    assert browser.undo(again["row"])["outcome"] == "changed"
    assert browser.rows()[0] == house


def test_after_a_restart_nothing_can_be_taken_back_and_that_is_said(browser: _Browser, catalogue: Path) -> None:
    house, *_ = browser.rows()
    (saved,) = browser.save(_decision(house, "approve"))
    anew = ReviewApplication([catalogue], PageSources(Path.cwd(), Settings()))
    anew.hosts = frozenset({HOST})

    refused = _Browser(anew).undo(saved["row"])

    assert refused["outcome"] == "refused"
    assert "since the desk was started" in refused["reason"]


@pytest.mark.parametrize("name", ["../a.po", "/etc/passwd", "other.po", ""])
def test_no_other_file_is_touched(browser: _Browser, catalogue: Path, name: str) -> None:
    Path("other.po").write_bytes(catalogue.read_bytes())
    row = browser.rows()[0]

    (saved,) = browser.save({**_decision(row, "approve", catalogue=name), "document": "other"})

    assert (saved["outcome"], saved["row"]) == ("refused", None)
    assert browser.undo(row, name)["outcome"] == "refused"
    assert Path("other.po").read_bytes() == catalogue.read_bytes()


def test_without_the_token_there_is_nothing(application: ReviewApplication) -> None:
    client = Client(application)
    token = application.token
    for path in ("/", "/save", "//", f"/{token[:-1]}/", f"/{token}", f"/{token}x/save", "/ü/"):
        assert client.get(path, headers={"Host": HOST}).status_code == 404
        assert application.token not in client.get(path, headers={"Host": HOST}).text
        assert client.post(path, headers={"Host": HOST}, json={}).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example:8765"}, id="rebound-name"),
        pytest.param({"Host": "127.0.0.1:1"}, id="other-port"),
        pytest.param({"Origin": "http://evil.example"}, id="other-origin"),
        pytest.param({"Origin": "null"}, id="sandbox"),
        pytest.param({"Origin": f"https://{HOST}"}, id="other-scheme"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="cross-site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, id="same-site"),
    ],
)
def test_other_pages_of_the_browser_are_refused(browser: _Browser, catalogue: Path, headers: dict[str, str]) -> None:
    before = catalogue.read_bytes()

    assert browser.post("save", {}, headers=headers).status_code == 403
    assert browser.open(headers=headers).status_code == 403
    assert catalogue.read_bytes() == before


def test_what_is_no_request_is_named(browser: _Browser) -> None:
    rows = browser.rows()
    assert browser.open("save").status_code == 404
    assert browser.open("other", "POST", json={}).status_code == 404
    assert browser.open("save", "POST", data="{}", content_type="text/plain").status_code == 415
    assert browser.open("save", "POST", data=b" " * (LARGEST + 1), content_type="application/json").status_code == 413
    assert "entries" in browser.post("save", {"format": "l10n-review-patch", "version": 1}).json["error"]  # type: ignore[index]
    assert browser.post("undo", [1]).status_code == 400
    deep = browser.open("undo", "POST", data=b"[" * 100_000, content_type="application/json")
    assert deep.status_code == 400
    lone = browser.open(
        "undo", "POST", data=b'{"catalogue": "\\ud800", "key": "", "old": ""}', content_type="application/json"
    )
    assert lone.json["results"][0]["outcome"] == "refused"  # type: ignore[index]
    head = {"format": "l10n-review-patch", "version": 1, "made": "2026-01-30", "reviewer": " "}
    assert "name" in browser.post("save", {**head, "entries": [_decision(rows[0], "approve")]}).json["error"]  # type: ignore[index]


def test_a_catalogue_that_breaks_meanwhile_is_named(browser: _Browser, catalogue: Path) -> None:
    house, *_ = browser.rows()
    catalogue.write_text('msgid "x"\n', "utf-8")

    (result,) = browser.save(_decision(house, "approve"))

    assert result["outcome"] == "refused"
    assert "a.po:1" in result["reason"]
    whole = browser.open()
    assert (whole.status_code, whole.mimetype) == (500, "text/plain")
    assert "a.po:1" in whole.text


def test_a_catalogue_that_cannot_be_shown_is_named_on_the_page(catalogue: Path) -> None:
    broken = catalogue.with_name("b.po")
    broken.write_text('msgid "x"\n', "utf-8")
    application = ReviewApplication([catalogue, broken], PageSources(Path.cwd(), Settings()), "Anna")
    application.hosts = frozenset({HOST})

    assert "b.po:1" in _Browser(application).open().text


def test_names_of_hosts_have_no_case(browser: _Browser, application: ReviewApplication) -> None:
    application.hosts = frozenset({"localhost:8765"})

    assert browser.open(headers={"Host": "LocalHost:8765"}).status_code == 200


def test_it_waits_for_another_l10n_at_work(browser: _Browser, catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.review.applying.PATIENCE", 0.2)
    monkeypatch.setattr("l10n.files._HELD", set())  # as if the lock were another process's
    house, *_ = browser.rows()
    with locked(catalogue.parents[2]):
        monkeypatch.setattr("l10n.files._HELD", set())
        (busy,) = browser.save(_decision(house, "approve"))

    (free,) = browser.save(_decision(house, "approve"))

    assert (busy["outcome"], free["outcome"]) == ("refused", "changed")
    assert "at work" in busy["reason"]


class TestListening:
    @pytest.fixture
    def address(self, application: ReviewApplication) -> Iterator[str]:
        with listen(application, "127.0.0.1", 0) as server:
            thread = threading.Thread(target=server.run)
            thread.start()
            yield server.address
            server.close()
            thread.join()

    def test_the_address_leads_to_the_page(self, address: str) -> None:
        import urllib.request

        with urllib.request.urlopen(address) as answer:
            assert "Haus" in answer.read().decode()
        with urllib.request.urlopen(address.replace("127.0.0.1", "localhost")) as answer:
            assert answer.status == 200

    def test_a_port_or_host_that_cannot_be_had_is_named(self, address: str, application: ReviewApplication) -> None:
        port = urlsplit(address).port
        assert port
        with pytest.raises(L10nError, match="Address already in use"):
            listen(application, "127.0.0.1", port)
        with pytest.raises(L10nError, match=r"host\.invalid:0"):
            listen(application, "host.invalid", 0)
