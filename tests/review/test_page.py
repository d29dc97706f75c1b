from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from l10n.review.rendering import SCRIPTS, header, policy, render
from tests.review.hostile import STRINGS, hostile
from tests.review.pages import article, numbered, page, row

_JSON = "application/json"
TEMPLATES = files("l10n.review") / "templates"
WORDS = json.loads((TEMPLATES / "words.json").read_text("utf-8"))


class Elements(HTMLParser):
    """Tags with their attributes in order, and the text in each script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[str]]] = []
        self.inside: list[tuple[dict[str, str | None], str]] = []
        self._open: dict[str, str | None] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, [name for name, _ in attrs]))
        self._open = {"tag": tag, **dict(attrs)} if tag in {"script", "style"} else None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.inside.append((self._open, data))

    def handle_endtag(self, tag: str) -> None:
        self._open = None


def _data(html: str) -> object:
    (text,) = (text for attributes, text in Elements(html).inside if attributes.get("id") == "data")
    return json.loads(text)


def _listed(value: object) -> object:
    """As JSON gives it back."""
    return json.loads(json.dumps(value))


def test_the_page_holds_everything_it_shows() -> None:
    shown = article()
    assert _data(render(shown)) == _listed(asdict(shown))


@given(st.text())
def test_any_text_comes_through_and_makes_no_element(text: str) -> None:
    harmless = page(*numbered(1))
    strange = replace(harmless, title=text, rows=(replace(row(1, text, text), comments=(text,)),))
    html = render(strange)
    assert _data(html) == _listed(asdict(strange))
    assert Elements(html).tags == Elements(render(harmless)).tags


def test_nothing_hostile_leaves_its_place() -> None:
    plain = Elements(render(article())).tags
    for string in STRINGS:
        strange = hostile(article(), string)
        html = render(strange)
        assert Elements(html).tags == plain
        assert _data(html) == _listed(asdict(strange))
        assert not any(
            set("<>&\u2028\u2029") & set(text) for one, text in Elements(html).inside if one.get("type") == _JSON
        )


def test_a_file_name_that_is_no_unicode_does_not_stop_the_page() -> None:
    html = render(page(*numbered(1), title="a\udcff"))
    assert "<title>a\ufffd" in html
    html.encode("utf-8")


def test_the_policy_allows_the_page_itself_and_nothing_else() -> None:
    html = render(page(*numbered(1)))
    assert html.index("Content-Security-Policy") < html.index("<title>")
    elements = Elements(html)
    allowed = dict(part.split(" ", 1) for part in policy(served=False).split("; "))
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (text,) = (text for one, text in elements.inside if one["tag"] == tag and one.get("type") != _JSON)
        assert allowed.pop(directive) == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
    assert allowed == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_only_a_served_page_may_talk_to_its_server() -> None:
    assert "connect-src" not in policy(served=False)
    assert "connect-src 'self'" in policy(served=True)
    assert header(served=True) == f"{policy(served=True)}; frame-ancestors 'none'"
    assert "connect-src &#39;self&#39;" in render(page(*numbered(1), served=True))


def test_the_file_needs_no_other() -> None:
    html = render(article())
    assert not re.search(r"\b(?:src|href)=(?![\"']#)", html)
    assert not re.search(r"https?://|@import|url\(", html)
    assert not re.search(r" (?:style|on\w+)=", html)


def _sources() -> Iterator[str]:
    for name in (*SCRIPTS, "review.html"):
        yield (TEMPLATES / name).read_text("utf-8")


def test_data_never_becomes_html() -> None:
    for source in _sources():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", source)
        assert "<!--" not in source


def test_every_word_is_there_and_used() -> None:
    source = "\n".join(_sources())
    named = set(re.findall(r"""say\("(\w+)"|\{\{ words(?:\.|\[")(\w+)""", source))
    assert {one or other for one, other in named} <= set(WORDS)
    literals = set(re.findall(r"\"(\w+)\"|words\.(\w+)", source))
    made = [
        re.compile(f"{start}\\w+{end}")
        for start, end in re.findall(r"say\(.*?`(\w*)\$\{\w+\.?\w*\}(\w*)`", source)
        if start or end
    ]
    used = {one or other for one, other in literals}
    assert [name for name in WORDS if name not in used and not any(one.fullmatch(name) for one in made)] == []


def test_every_script_is_in_the_page() -> None:
    assert {path.name for path in TEMPLATES.iterdir() if path.name.endswith(".js")} == set(SCRIPTS)


def test_no_word_of_the_page_is_taken_for_a_method_of_the_table_of_words() -> None:
    """Jinja looks for an attribute first: `words.copy` is a function."""
    named = re.findall(r"words\.(\w+)", (TEMPLATES / "review.html").read_text("utf-8"))
    assert named
    assert not [name for name in named if hasattr({}, name)]
