"""Programs that tests need: whoever has none of them may go on, CI may not."""

from __future__ import annotations

import pytest

from tests.conftest import program


def test_a_test_without_its_program_is_skipped_but_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program("no-such-program", "python3").endswith("python3")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs no-such-program or neither, which is not installed"):
        program("no-such-program", "neither")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs no-such-program"):
        program("no-such-program")
