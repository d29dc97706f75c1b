"""A pair that a program translates: some texts a question; what goes wrong is asked again text by text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.engines import Capabilities, Decoding, Hypothesis
from l10n.engines.command.program import Program, ProgramError
from l10n.engines.command.protocol import AnswerError, has_scores, hypotheses, request
from l10n.engines.configured import ConfiguredPair
from l10n.errors import PackageError

BATCH = 16
"""Texts a question: enough that a program can work on several, few enough that one failure spoils little."""
PATIENCE = 3
"""Texts in a row after which a program that fails at each is given up."""
_PLAIN = Decoding()
_Answers = list[tuple[Hypothesis, ...]]


class CommandDecoder:
    """The open pair."""

    def __init__(self, pair: ConfiguredPair, program: Program) -> None:
        self._pair, self._program = pair, program
        self._failures, self._has_answered = 0, False
        self._last: Exception | None = None
        try:
            line = program.ask(request(pair.source, pair.target, (), 1))
            hypotheses(line, 0)
            self.capabilities = Capabilities(scores=has_scores(line), hypotheses=True)
        except (ProgramError, AnswerError) as error:
            program.stop()
            raise self._error(error) from None

    def translate(
        self,
        texts: Sequence[str],
        how: Decoding = _PLAIN,
        prefixes: Sequence[str] = (),  # noqa: ARG002  # it takes none
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Index and translations of each text; none for one that the program fails at.

        Raises PackageError if it goes on failing, or has failed at all.
        """
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            whole = self._asked(batch, how.hypotheses) if len(batch) > 1 else None
            yield from enumerate(whole or [self._alone(text, how.hypotheses) for text in batch], start)
        if self._last and not self._has_answered:
            raise self._error(self._last)

    def _alone(self, text: str, wanted: int) -> tuple[Hypothesis, ...]:
        """Nothing if it fails; PackageError if there were too many like that."""
        answer = self._asked([text], wanted)
        self._failures = 0 if answer else self._failures + 1
        if self._last and self._failures >= PATIENCE:
            raise self._error(self._last)
        return answer[0] if answer else ()

    def _asked(self, texts: Sequence[str], wanted: int) -> _Answers | None:
        """None if there is no answer."""
        try:
            line = self._program.ask(request(self._pair.source, self._pair.target, texts, wanted))
            answers = [some[:wanted] for some in hypotheses(line, len(texts))]
        except (ProgramError, AnswerError) as error:
            self._program.stop()
            self._last = error
            return None
        self._failures, self._has_answered = 0, True
        return answers

    def _error(self, error: Exception) -> PackageError:
        name, command = self._pair.settings.name, self._pair.settings.options["command"][0]
        hint = "run it by hand; what it has to answer is in docs/engines.md"
        return PackageError(f"the engine {name}: {command} {error}", hint)
