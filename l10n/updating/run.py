"""All catalogues of several documents, step by step: find them, plan them, refuse what is to be refused, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import Layout
from l10n.catalogue.references import as_reference
from l10n.errors import L10nError, RefusalError
from l10n.model.events import Notice
from l10n.updating import DEFAULT, Article, Plan, Updated, UpdateOptions
from l10n.updating.origins import Holding, check, gone, holding
from l10n.updating.plans import Task, plans, task
from l10n.updating.renames import Rename, carry_out, search
from l10n.updating.writing import DocumentLanguage, write

UpdateEvent = Updated | Notice | L10nError


def update(
    sources: Sequence[Article],
    source: str,
    targets: Sequence[str],
    index: CatalogueIndex,
    root: Path,
    options: UpdateOptions = DEFAULT,
) -> Iterator[UpdateEvent]:
    """Write each document's template, then its catalogues, merged with what is there.

    A catalogue that cannot be read or written is left untouched and its error yielded; the others go on. A document of
    which one would lose texts keeps all of its catalogues as they were.
    """
    tasks: list[Task] = []
    for event in _tasks(sources, source, index, root, options):
        if isinstance(event, Task):
            tasks.append(event)
        else:
            yield event
    planned: list[Plan] = []
    failed: dict[DocumentLanguage, L10nError] = {}
    orphans = _orphans(tasks, index, root)
    wanted = {article.name: tuple(targets) if article.targets is None else article.targets for article in sources}
    for lang in dict.fromkeys(chain.from_iterable(wanted.values())):
        own = [task for task in tasks if lang in wanted[task.document.name]]
        for name, plan in plans(own, lang, index.layout, options, orphans):
            if isinstance(plan, Plan):
                planned.append(plan)
            else:
                failed[name, lang] = plan
    yield from failed.values()
    stopped: dict[str, L10nError] = {
        name: error for (name, _), error in failed.items() if isinstance(error, RefusalError)
    }
    for job in tasks:
        if job.document.name not in stopped and (error := _save_template(job, index.layout, options)):
            failed |= {(job.document.name, lang): error for lang in wanted[job.document.name]}
            yield error
    failed |= {(name, lang): refusal for name, refusal in stopped.items() for lang in wanted[name]}
    order = {job.document.name: number for number, job in enumerate(tasks)}
    going = [plan for plan in planned if (plan.document, plan.language) not in failed]
    yield from write(sorted(going, key=lambda plan: order[plan.document]), failed, options)


def _orphans(tasks: Sequence[Task], index: CatalogueIndex, root: Path) -> list[str]:
    """Catalogues whose file is gone, if a document has texts that are new in it."""
    if not any(task.has_new_texts for task in tasks):
        return []
    own = {name for task in tasks for name in (task.document.name, *task.stored)}
    return [held.name for held in gone(index, root, own)]


def _tasks(
    sources: Sequence[Article], source: str, index: CatalogueIndex, root: Path, options: UpdateOptions
) -> Iterator[Task | UpdateEvent]:
    """The documents whose catalogues are their own, renamed with them if need be."""
    documents = [article.document for article in sources]
    held = {document.name: holding(index, document.name, as_reference(document.reference)) for document in documents}
    renamed: dict[str, Holding] = {}
    for rename in search(sources, held, index, root):
        if isinstance(rename, Notice):
            yield rename
            continue
        notice = rename.notice(options.dry_run)
        if error := _rename(rename, options):
            yield error
            held.pop(rename.source.name)
        else:
            yield notice
            renamed[rename.source.name] = rename.old
            held |= {name: None for name in held if name == rename.old.name}  # that name is free now
    for article in sources:
        if article.name in held:
            yield from _task(article, held.pop(article.name), renamed, source, (index.layout, root), options)


def _rename(rename: Rename, options: UpdateOptions) -> L10nError | None:
    try:
        if not options.dry_run:
            carry_out(rename)
    except L10nError as error:
        return error
    return None


def _task(
    article: Article,
    held: Holding | None,
    renamed: Mapping[str, Holding],
    source: str,
    where: tuple[Layout, Path],
    options: UpdateOptions,
) -> Iterator[Task | UpdateEvent]:
    """One document, if the catalogues of its name are its own."""
    layout, root = where
    try:
        if held and article.name not in renamed and (notice := check(article, held, root, options.force)):
            yield notice
        stored = _stored(article, renamed) if options.dry_run else (article.name,)
        yield task(article.document, source, stored, renamed.get(article.name, held), layout, options)
    except L10nError as error:
        yield error


def _stored(article: Article, renamed: Mapping[str, Holding]) -> tuple[str, ...]:
    """The names under which a document's catalogues may be before a renaming that is only shown."""
    if article.name in renamed:
        return article.name, renamed[article.name].name
    return () if any(old.name == article.name for old in renamed.values()) else (article.name,)


def _save_template(task: Task, layout: Layout, options: UpdateOptions) -> L10nError | None:
    try:
        if task.changed and not options.dry_run:
            po.write(layout.template(task.document.name), task.new)
    except L10nError as error:
        return error
    return None
