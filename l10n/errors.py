"""What can go wrong and is no bug: one class an exit code, one line what and where, one hint what to do next.

    L10nError              2   bad usage, settings or input: a file that cannot be read
    ├── BusyError          2   another run is at work in the folder
    ├── SourceLanguageError  2   a catalogue in the language of its msgids; among others it is left out
    ├── PackageError       3   an Argos package is missing, broken or cannot be had
    ├── ClusterError       3   a cluster cannot be reached, or its workers cannot do what is asked
    ├── WriteError         4   a file cannot be written: read-only, disk full
    └── RefusalError       5   a run would lose translations and was not forced to

The command line alone turns them into text (`error:` and `hint:`); anything else is a bug (exit code 70).
"""


class L10nError(Exception):
    """An expected failure; `message` begins with the place (`a.txt:12: …`), `hint` says what to do next."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BusyError(L10nError):
    """Another run is at work in the folder."""


class SourceLanguageError(L10nError):
    """A catalogue is in the language of its msgids: there is nothing to compare or to draft."""


class PackageError(L10nError):
    """An Argos package is missing, broken, or could not be downloaded."""

    exit_code = 3


class ClusterError(L10nError):
    """A cluster cannot be reached, or its workers cannot do what is asked of them."""

    exit_code = 3


class WriteError(L10nError):
    """A file or folder could not be written."""

    exit_code = 4


class RefusalError(L10nError):
    """What was asked for would lose people's work; `--force` does it all the same."""

    exit_code = 5
