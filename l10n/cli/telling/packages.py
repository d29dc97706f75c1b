"""What people see of packages that are listed, installed, verified and removed."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.errors import PackageError
from l10n.model.events import Event
from l10n.workflow.packages import WRONG, Empty, Installed, Offered, PackageListed, Removed, Verified


def tell(event: Event, console: Console) -> None:
    """A line an event; a package that is not as it should be decides the exit code."""
    match event:
        case PackageListed(package, used):
            note = "" if used else "  (older, not used)"
            result(f"{package.pair:8} {package.version:6} {package.engine_name:10} {package.path}{note}")
        case Empty(folder, option):
            console.say(f"{shown(folder)}: no packages; install some: l10n packages install de-en en-ru{option}")
        case Offered(pair, version):
            result(f"{pair:8} {version}")
        case Installed(package):
            console.say(f"{package.name}: installed in {package.path}")
        case Verified():
            _tell_verified(event, console)
        case Removed(name):
            result(f"{name}: removed")
        case _:
            pass


def _tell_verified(event: Verified, console: Console) -> None:
    verification = event.verification
    if event.recorded:
        result(f"{verification.name}: recorded")
        return
    details = verification.reason or ", ".join(verification.files)
    result(f"{verification.name}: {verification.state.value}{f' ({details})' if details else ''}")
    if verification.state in WRONG:
        console.exit_code = max(console.exit_code, PackageError.exit_code)
