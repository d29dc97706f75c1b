// One row of the page: built once, then kept up to date by `refresh`.

/** The row's element, built when it is first needed. */
function elementOf(entry) {
  entry.element ??= build(entry);
  return entry.element;
}

function build(entry) {
  const { index } = entry;
  const element = make(
    "article",
    { class: "row", id: `row-${index}`, "data-index": index, tabindex: "-1" },
    aboutPart(entry),
    sourcePart(entry),
    pivotPart(entry),
    translationPart(entry),
    actionsPart(entry),
  );
  entry.element = element;
  if (entry === current) openDetails(entry);
  refresh(entry);
  return element;
}

/** A row that is replaced loses the focus without being left. */
let rebuilding = false;

/** The row anew after its data has changed; caret and unfinished note stay. */
function rebuild(entry) {
  const old = entry.element;
  if (!old) return;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const caret = focused?.matches("textarea, input") ? [focused.selectionStart, focused.selectionEnd] : null;
  const note = old.querySelector(".note");
  rebuilding = true;
  old.replaceWith(build(entry));
  rebuilding = false;
  if (note) entry.element.querySelector(".translation").append(note);
  for (const name of ["aria-posinset", "aria-setsize"]) {
    if (old.hasAttribute(name)) entry.element.setAttribute(name, old.getAttribute(name));
  }
  if (!focused) return;
  const field = caret && at(focused.id);
  (field ?? entry.element).focus({ preventScroll: true });
  field?.setSelectionRange(...caret);
}

/** The entry whose row this element stands in. */
function entryOf(element) {
  const row = element.closest?.(".row");
  return row ? entries[row.dataset.index] : null;
}

function aboutPart(entry) {
  const { row, sheet } = entry;
  const line = (className, text) => (text ? make("p", { class: className, dir: "auto" }, text) : null);
  return make(
    "header",
    { class: "about" },
    make("h3", {}, String(row.number), row.place ? make("span", { class: "place" }, ` ${row.place}`) : null),
    page.sheets.length > 1 ? line("sheet", sheetName(sheet)) : null,
    make(
      "p",
      { class: "what" },
      make("span", { class: "state" }, row.state),
      ...signsOf(row).flatMap((sign) => [" ", sign]),
      " ",
      riskPart(entry),
      " ",
      make("span", { class: "verdict" }),
    ),
    line("quiet more", row.origin),
    ...row.signed.map((by) => line("quiet more", say("signed", { by }))),
    line("quiet more", row.context && say("context", { context: row.context })),
  );
}

function sourcePart(entry) {
  const { row } = entry;
  const source = (tag, ...children) => foreign(tag, "text", page.source_language, ...children);
  return make(
    "div",
    { class: "source" },
    make("h4", { class: "unseen" }, languageName(page.source_language)),
    source("p", ...marked(row.source, sourceSpans(row))),
    row.plural === null ? null : make("p", {}, label(say("plural")), " ", source("span", row.plural)),
    previousPart(entry),
    list("terms more", say("terms"), row.terms.map((term) => termItem(entry, term))),
    saying("comments more", say("comment"), row.comments),
    saying("rejections more", say("rejection"), row.rejections),
  );
}

function pivotPart(entry) {
  if (!hasPivot(entry)) return make("div", { class: "pivot" });
  return make(
    "div",
    { class: "pivot" },
    make("h4", { class: "unseen" }, say("head_pivot")),
    foreign("p", "text", "en", entry.row.pivot.text),
    make("p", { class: entry.row.pivot.old ? "quiet" : "quiet more" }, entry.row.pivot.old ? say("pivot_old") : entry.row.pivot.state),
  );
}

function translationPart(entry) {
  const { row } = entry;
  entry.fields = row.texts.map((_, form) => fieldPart(entry, form));
  return make(
    "div",
    { class: "translation" },
    make("h4", { class: "unseen" }, say("head_translation")),
    ...entry.fields.map(({ part }) => part),
    list("findings more", say("findings"), row.problems.map((_, index) => problemItem(entry, index))),
    list("hints more", say("hints"), row.memory.map((hint, index) => hintItem(entry, hint, index))),
    make("div", { class: "conflict", role: "alert", hidden: true }),
    make("p", { class: "note-said", dir: "auto" }),
    make("div", { class: "asked", "aria-live": "polite", hidden: true }),
    make("p", { class: "doubts", id: `doubts-${entry.index}`, dir: "auto", hidden: true }),
  );
}

/** A text field that grows: the mirror behind it has the same text, and the marks that a field cannot show. */
function fieldPart(entry, form) {
  const { row, sheet, index } = entry;
  const id = `text-${index}-${form}`;
  const plural = row.plural !== null;
  const values = { entry: row.number, language: sheet.name, form: row.forms[form] ?? form + 1 };
  const language = { lang: sheet.language, dir: sheet.direction };
  const mirror = make("div", { class: "mirror", "aria-hidden": "true", ...language });
  const area = make("textarea", { id, spellcheck: "true", rows: "1", "data-form": form, ...language });
  const was = make("p", { class: "was", hidden: true, ...language });
  const name = say(plural ? "form_of" : "translation_of", values);
  const named = make("label", { for: id, class: plural ? "label" : "unseen" }, name);
  const missing = make("div", { class: "marks", role: "group", "aria-label": say("marks_missing"), hidden: true });
  const part = make("div", { class: "field" }, named, make("div", { class: "grow" }, mirror, area), missing, was);
  return { part, area, mirror, missing, was };
}

/** The row has the keys: it shows all that it knows, and has buttons that the others can do without. */
function openDetails(entry) {
  entry.element.setAttribute("aria-current", "true");
  const actions = entry.element.querySelector(".actions");
  if (actions.querySelector(".undo")) return;
  actions.append(
    make("span", { class: "break more" }), // what is added must not move what is just being pressed
    actionButton(entry, "undo", undoRow, { class: "undo more", disabled: entry.decision === null }),
    actionButton(entry, "comment", openComment, { class: "comment more" }),
    actionButton(entry, "history", openHistory, { class: "history more" }),
  );
  if (!page.asks_engine) return;
  actions.append(
    actionButton(entry, "propose", propose, { class: "propose more" }),
    actionButton(entry, "back", translateBack, { class: "back more" }),
  );
}

function actionButton(entry, name, act, more = {}) {
  const full = say(`${name}_entry`, { entry: entry.row.number });
  return button(say(name), (event) => act(entry, event), { class: name, "aria-label": full, ...more });
}

function actionsPart(entry) {
  // The second click of a double click is no answer to a question that the first one has raised.
  const approval = (_, { detail }) => (detail > 1 && warned(entry)) || approve(entry);
  return make(
    "div",
    { class: "actions" },
    actionButton(entry, "approve", approval, { "aria-describedby": `doubts-${entry.index}` }),
    actionButton(entry, "flag", openNote),
  );
}

/** The line for a note or comment, made when it is first opened. */
function noteOf(entry) {
  const row = elementOf(entry);
  const note = row.querySelector(".note") ?? notePart(entry);
  if (!note.isConnected) row.querySelector(".translation").append(note);
  return note;
}

function notePart(entry) {
  const id = `note-${entry.index}`;
  return make(
    "div",
    { class: "note", hidden: true },
    make("label", { for: id, class: "label" }, say("flag_label")),
    make("input", { id, dir: "auto", autocomplete: "off", placeholder: say("note_example") }),
    button(say("flag_now"), () => sendNote(entry), { class: "main" }),
    button(say("cancel"), () => closeNote(entry)),
  );
}

/** Shows what the reviewer has done to the entry, and what became of it. */
function refresh(entry) {
  const { element, decision, row } = entry;
  if (!element) return;
  const part = (selector) => element.querySelector(selector);
  textsOf(entry).forEach((text, form) => refreshField(entry, form, text));
  element.dataset.verdict = verdictOf(entry);
  const verdict = decision ? say(`verdict_${decision.verdict}`) + saidOfSaving(entry) : "";
  part(".verdict").textContent = verdict;
  // A label of its own: browsers do not look into rows that are not on the screen yet.
  const name = [say("entry", { entry: row.number }), row.place, row.state, verdict];
  element.setAttribute("aria-label", name.filter(Boolean).join(", "));
  const said = [decision?.note, commentOf(decision)].filter(Boolean).map((note) => say("note_said", { note }));
  part(".note-said").textContent = said.join(" ");
  part(".note-said").hidden = said.length === 0;
  part(".approve").setAttribute("aria-pressed", decision?.verdict === "approve");
  part(".flag").setAttribute("aria-pressed", decision?.verdict === "reject");
  if (part(".undo")) part(".undo").disabled = decision === null;
  for (const item of element.querySelectorAll(".finding")) {
    item.classList.toggle("past", (textsOf(entry)[item.dataset.form] ?? "") !== (row.texts[item.dataset.form] ?? ""));
    const problem = row.problems[item.dataset.problem];
    // Not `disabled`: that would take the focus away, and the button can still say why it does nothing.
    item.querySelector(".fix")?.setAttribute("aria-disabled", mended(entry, problem) === null);
  }
  showConflict(entry);
  showDoubts(entry);
}

function refreshField(entry, form, text) {
  const field = entry.fields[form];
  if (!field) return;
  const before = entry.row.texts[form];
  if (field.area.value !== text) field.area.value = text;
  const spans = text === before ? formSpans(entry.row, form) : [];
  const chips = fieldMarks(entry.row, text);
  field.mirror.replaceChildren(...marked(text, [...spans, ...chips]), "\u200b"); // an empty last line has its height
  refreshMarks(entry, form, text);
  field.was.hidden = text === before || before === "";
  if (!field.was.hidden) field.was.replaceChildren(label(say("changed")), " ", ...compared(before, text));
}
