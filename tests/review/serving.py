"""Stands for `l10n review serve`: what the page sends, and answers as the server gives them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from playwright.sync_api import Route

from l10n.review import Page
from l10n.review.rendering import header, render
from tests.review.pages import RUSSIAN, digest

ADDRESS = "http://desk.test/token/"
Body = dict[str, Any]


class Server:
    """Keeps rows in a dictionary; `down`, `status`, `body`, `holding` and `answers` are what can be wrong with it."""

    def __init__(self, shown: Page) -> None:
        self.shown = shown
        self.rows = {row.key: row for row in shown.rows}
        self.before: dict[str, list[Any]] = {}
        self.asked: list[tuple[str, Body]] = []
        self.down = False
        self.status = 200
        self.body: str | None = None
        """Sent instead of an answer."""
        self.answers: dict[str, Body] = {}
        """What is said to `save` or `undo` whatever is asked."""
        self.holding = False
        self.held: list[Route] = []
        self.errors: dict[str, list[str]] = {}
        """By text: the names of the checks that call it an error."""
        self.found: dict[str, Body] = {}
        """What is answered to other questions, by their name."""

    def __call__(self, route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name == "":
            shown = replace(self.shown, rows=tuple(self.rows.values()))
            policy = {"Content-Security-Policy": header(served=True)}
            route.fulfill(body=render(shown), content_type="text/html; charset=utf-8", headers=policy)
        elif self.holding:
            self.held.append(route)
        elif self.down:
            self.asked.append((name, {}))
            route.abort("connectionrefused")
        else:
            assert route.request.method == "POST"
            assert route.request.headers["content-type"] == "application/json"
            body: Body = json.loads(route.request.post_data or "")
            self.asked.append((name, body))
            if self.body is not None:
                route.fulfill(status=self.status, body=self.body)
                return
            if name in self.found:
                route.fulfill(json=self.found[name])
                return
            decision = body["entries"][0] if name == "save" else body
            answer = {"results": [{"catalogue": RUSSIAN.path, "key": decision["key"], **self._done(name, decision)}]}
            route.fulfill(status=self.status, json=answer)

    def answer(self) -> None:
        """What has been held."""
        self.holding = False
        for route in self.held:
            self(route)
        self.held.clear()

    def _done(self, name: str, decision: Body) -> Body:
        if name in self.answers:
            return self.answers[name]
        key = decision["key"]
        old = self.rows[key]
        if old.old != decision["old"]:
            return {"outcome": "refused", "reason": "changed since by somebody else", "row": asdict(old)}
        if doubts := self._doubts(decision):
            return {"outcome": "refused", "reason": "error numbers: gone", "row": asdict(old), "doubts": doubts}
        if name == "undo":
            new = self.before[key].pop()
        else:
            self.before.setdefault(key, []).append(old)
            texts = tuple(decision["texts"] or old.texts)
            state = {"approve": "reviewed", "edit": "edited draft", "reject": "draft"}[decision["verdict"]]
            new = replace(old, texts=texts, state=state, old=digest(state, *texts))
        self.rows[key] = new
        return {"outcome": "changed", "reason": "", "row": asdict(new)}

    def _doubts(self, decision: Body) -> list[str]:
        if decision.get("verdict") != "approve":
            return []
        row = self.rows[decision["key"]]
        found = [name for text in decision["texts"] or row.texts for name in self.errors.get(text, [])]
        found += ["outdated"] if row.state == "outdated" else []
        return [name for name in found if name not in decision.get("despite", [])]
