"""A program at work: for each line that it is given it has to write one, in time. One that fails is started again."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Full, Queue
from typing import IO, Self, cast

LONGEST = 16 * 1024**2
"""Bytes of an answer."""
_GRACE = 2.0
"""Seconds that a program has to end by itself when nothing more is asked."""
_PATIENCE = 0.1
"""Seconds after which is asked again whether anybody wants an answer."""
_TAIL = 2000
"""Bytes of what it says on stderr that are remembered."""


class ProgramError(Exception):
    """A program has not answered; its text says what it did instead."""


class Program:
    """A program that is started when it is first asked, and again after it has failed."""

    def __init__(self, command: Sequence[str], folder: Path, timeout: float) -> None:
        self._command, self._folder, self._timeout = tuple(command), folder, timeout
        self._running: _Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._running:
            self._running.end()
            self._running = None

    def ask(self, line: bytes) -> bytes:
        """Its answer to this line. ProgramError if there is none; then the next question starts it anew."""
        running = self._running = self._running or self._start()
        try:
            return running.ask(line, self._timeout)
        except BaseException:  # an interrupted question has an answer, too, which must not be the next one's
            self.stop()
            raise

    def stop(self) -> None:
        """Kill it: what it would say now belongs to no question."""
        if self._running:
            self._running.kill()
            self._running = None

    def _start(self) -> _Running:
        try:
            return _Running(self._command, self._folder)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise ProgramError(f"cannot be started: {reason}") from None


class _Running:
    """A process, with a thread for each of its pipes: none of them can make us wait."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        pipe = subprocess.PIPE
        group = os.name == "posix"  # what it starts itself ends with it
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=group
        )
        self._questions: Queue[bytes | None] = Queue()
        self._answers: Queue[bytes] = Queue(maxsize=2)
        self._said = b""
        self._is_asked = False
        self._done = threading.Event()
        self._threads = [self._thread(self._write), self._thread(self._read), self._thread(self._listen)]

    def ask(self, line: bytes, timeout: float) -> bytes:
        """Raises ProgramError if no whole line comes in so many seconds."""
        if self._is_asked and not self._answers.empty():  # what comes before the first question is taken for its answer
            unasked = self._answers.get()
            raise ProgramError("wrote a line that nobody had asked for" if unasked else self._end_reason())
        self._is_asked = True
        self._questions.put(line)
        try:
            answer = self._answers.get(timeout=timeout)
        except Empty:
            raise ProgramError(f"has not answered for {timeout:g} s") from None
        if answer.endswith(b"\n"):
            return answer
        raise ProgramError(
            f"wrote more than {LONGEST >> 20} MiB in a line" if len(answer) > LONGEST else self._end_reason()
        )

    def end(self) -> None:
        """Let it end: there are no more questions."""
        self._questions.put(None)
        try:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_GRACE)
        finally:
            self.kill()

    def kill(self) -> None:
        """End it, and all that it has started, now."""
        self._done.set()
        if self._process.poll() is None:  # its number is nobody else's yet
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL) if os.name == "posix" else self._process.kill()
        self._process.wait()
        self._questions.put(None)
        for thread in self._threads:
            thread.join(_GRACE)
        for thread, pipe in zip(self._threads, self._pipes(), strict=True):
            if not thread.is_alive():
                _close(pipe)

    def _pipes(self) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
        process = self._process
        return cast(tuple[IO[bytes], IO[bytes], IO[bytes]], (process.stdin, process.stdout, process.stderr))

    def _thread(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread

    def _write(self) -> None:
        pipe = self._pipes()[0]
        while (line := self._questions.get()) is not None:
            try:
                pipe.write(line)
                pipe.flush()
            except OSError:  # it has ended, which whoever reads notices
                break
        _close(pipe)

    def _read(self) -> None:
        pipe = self._pipes()[1]
        line = b"\n"
        while line.endswith(b"\n") and not self._done.is_set():
            line = pipe.readline(LONGEST + 1)
            self._answer(line)

    def _answer(self, line: bytes) -> None:
        """Give it on; if nobody wants it, not for ever."""
        while not self._done.is_set():
            with suppress(Full):
                self._answers.put(line, timeout=_PATIENCE)
                return

    def _listen(self) -> None:
        pipe = self._pipes()[2]
        while said := pipe.readline(_TAIL):
            self._said = (self._said + said)[-_TAIL:]

    def _end_reason(self) -> str:
        """How it ended, and the last it said on stderr."""
        try:
            code = self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            return "has closed its output"
        self._threads[2].join(_GRACE)
        lines = self._said.decode("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        return f"ended with exit code {code}{f': {last}' if last else ''}"


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what it had not read yet is lost with it
        pipe.close()
