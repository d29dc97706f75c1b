"""All catalogues of several documents, step by step: find them, plan them, refuse what is to be refused, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from l10n.catalogue import po
from l10n.errors import L10nError, RefusalError
from l10n.model.events import Notice
from l10n.pipeline import template_path
from l10n.updating import DEFAULT, Options, Plan, Source, Updated
from l10n.updating.origins import Holding, as_reference, check, gone, holding
from l10n.updating.plans import Task, plans, task
from l10n.updating.renames import Rename, carry_out, search
from l10n.updating.writing import Target, write

Event = Updated | Notice | L10nError


def update(
    sources: Sequence[Source],
    source: str,
    targets: Sequence[str],
    locales: Path,
    root: Path,
    options: Options = DEFAULT,
) -> Iterator[Event]:
    """Write each document's template, then its catalogues, merged with what is there.

    A catalogue that cannot be read or written is left untouched and its error yielded; the others go on. A document of
    which one would lose texts keeps all of its catalogues as they were.
    """
    tasks: list[Task] = []
    for found in _tasks(sources, source, locales, root, options):
        if isinstance(found, Task):
            tasks.append(found)
        else:
            yield found
    planned: list[Plan] = []
    failed: dict[Target, L10nError] = {}
    orphans = _orphans(tasks, locales, root)
    for lang in targets:
        for name, plan in plans(tasks, lang, locales, options, orphans):
            if isinstance(plan, Plan):
                planned.append(plan)
            else:
                failed[name, lang] = plan
    yield from failed.values()
    stopped: dict[str, L10nError] = {
        name: error for (name, _), error in failed.items() if isinstance(error, RefusalError)
    }
    for one in tasks:
        if one.document.name not in stopped and (error := _save_template(one, locales, options)):
            failed |= {(one.document.name, lang): error for lang in targets}
            yield error
    failed |= {(name, lang): refusal for name, refusal in stopped.items() for lang in targets}
    order = {one.document.name: number for number, one in enumerate(tasks)}
    going = [plan for plan in planned if (plan.document, plan.language) not in failed]
    yield from write(sorted(going, key=lambda plan: order[plan.document]), failed, options)


def _orphans(tasks: Sequence[Task], locales: Path, root: Path) -> list[str]:
    """Catalogues whose file is gone, if a document has texts that it had not before."""
    if all({entry.msgid for entry in one.new.entries} <= {entry.msgid for entry in one.old.entries} for one in tasks):
        return []
    return list(gone(locales, root, {name for one in tasks for name in (one.document.name, *one.stored)}))


def _tasks(
    sources: Sequence[Source], source: str, locales: Path, root: Path, options: Options
) -> Iterator[Task | Event]:
    """The documents whose catalogues are their own, renamed with them if need be."""
    held = {one.name: holding(locales, one.name, as_reference(one.document.reference)) for one in sources}
    renamed: dict[str, Holding] = {}
    for found in search(sources, held, locales, root):
        if isinstance(found, Notice):
            yield found
            continue
        notice = found.notice(options.dry_run)
        if error := _rename(found, options):
            yield error
            held.pop(found.source.name)
        else:
            yield notice
            renamed[found.source.name] = found.old
            held |= {name: None for name in held if name == found.old.name}  # that name is free now
    for one in sources:
        if one.name in held:
            yield from _task(one, held[one.name], renamed, source, (locales, root), options)


def _rename(rename: Rename, options: Options) -> L10nError | None:
    try:
        if not options.dry_run:
            carry_out(rename)
    except L10nError as error:
        return error
    return None


def _task(
    one: Source,
    held: Holding | None,
    renamed: Mapping[str, Holding],
    source: str,
    folders: tuple[Path, Path],
    options: Options,
) -> Iterator[Task | Event]:
    """One document, if the catalogues of its name are its own."""
    locales, root = folders
    try:
        if held and one.name not in renamed and (notice := check(one, held, root, options.force)):
            yield notice
        stored = _stored(one, renamed) if options.dry_run else (one.name,)
        yield task(one.document, source, stored, renamed.get(one.name, held), locales)
    except L10nError as error:
        yield error


def _stored(one: Source, renamed: Mapping[str, Holding]) -> tuple[str, ...]:
    """The names under which a document's catalogues may be before a renaming that is only shown."""
    if one.name in renamed:
        return one.name, renamed[one.name].name
    return () if any(old.name == one.name for old in renamed.values()) else (one.name,)


def _save_template(one: Task, locales: Path, options: Options) -> L10nError | None:
    try:
        if one.new is not one.old and not options.dry_run:
            po.write(template_path(locales, one.document.name), one.new)
    except L10nError as error:
        return error
    return None
