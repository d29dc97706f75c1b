"""The forms in which `l10n check` reports: one module each, found by its name; nothing has to be registered.

A module has `def write(report: Report, out: TextIO) -> None`. It writes the whole report, ends with a line feed if it
writes anything, never raises whatever the texts are, and writes only what UTF-8 can hold; opening and closing `out` is
the caller's. The same report gives the same bytes: no times, no host names, no absolute paths but those it was given.
"""
