"""`python -m l10n` and the command `l10n`: the only module that runs before anything else has been installed.

`pip install --no-deps` of l10n alone leaves out 5 GB that nothing here imports; `l10n doctor --slim` then says what it
does need, and so has to work with the standard library.
"""

from __future__ import annotations

import sys

from l10n import SLIM

_ASKED = ["doctor", "--slim"]
LIST = "l10n doctor --slim > slim.txt && pip install --no-deps -r slim.txt"
"""What brings the rest."""


def main() -> None:
    """Run the command; exits with 2 where what it needs is not installed."""
    if sys.argv[1:] == _ASKED:
        sys.stdout.write(SLIM.read_text("utf-8"))
        return
    try:
        from l10n.cli import main as command
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "l10n":
            raise
        sys.exit(_not_installed(error.name))
    command()


def _not_installed(name: str | None) -> int:
    sys.stderr.write(f"error: l10n needs {name}, which is not installed\nhint: {LIST}\n")
    return 2


if __name__ == "__main__":
    main()
