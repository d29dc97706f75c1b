"""Links by name in messages of other programs: which they are in the translation."""

from __future__ import annotations

import pytest

from l10n.exchange.adoption.references import defining, labels, written_out

KNOWN = labels(["Siehe [Lua][Lua], [die Seite][rust  Buch] und [^1]."])


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("[Lua]", "[Lua]", ("[Lua][Lua]", "[Lua][Lua]"), id="the same name"),
        pytest.param("[lua][]!", "[Луа][]!", ("[lua][lua]!", "[Луа][lua]!"), id="collapsed, and another case"),
        pytest.param(
            "[Lua], [Rust Buch], [Lua]",
            "[Луа], [книга], [Луой]",
            ("[Lua][Lua], [Rust Buch][Rust Buch], [Lua][Lua]", "[Луа][Lua], [книга][Rust Buch], [Луой][Lua]"),
            id="in their order",
        ),
        pytest.param("[Lua], [Lua]", "[Lua], [Луа]", ("[Lua][Lua], [Lua][Lua]", "[Lua][Lua], [Луа][Lua]"), id="half"),
        pytest.param("[Lua] [1]", "[Луа] [1]", ("[Lua][Lua] [1]", "[Луа][Lua] [1]"), id="brackets that are no link"),
        pytest.param("[Lua]", "[Луа] [тут]", ("[Lua][Lua]", "[Луа] [тут]"), id="more of them"),
        pytest.param("[Lua]", "без", ("[Lua][Lua]", "без"), id="none"),
        pytest.param(
            "[Lua] [Rust Buch]",
            "[тут] [тут]",
            ("[Lua][Lua] [Rust Buch][Rust Buch]", "[тут] [тут]"),
            id="one name for two",
        ),
        pytest.param("[Go]", "[Го]", ("[Go]", "[Го]"), id="no link of ours"),
        pytest.param("[^1] [a](b) [c][d] ![e]", "[^2]", ("[^1] [a](b) [c][d] ![e]", "[^2]"), id="what is written out"),
    ],
)
def test_references_are_written_out(source: str, target: str, expected: tuple[str, str]) -> None:
    assert written_out(source, target, KNOWN) == expected


def test_only_what_our_documents_define_is_defined() -> None:
    text = "[Луа][Lua], [Го][Go], [x][Lua] und [^1]; [^2]: Text"
    assert list(defining(text, KNOWN)) == ["[Lua]: x\n\n", "[^1]: x\n\n"]
