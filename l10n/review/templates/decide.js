// What a reviewer can do with an entry. Each of these says what it did and can be undone.

/** How many hints have a key of their own. */
const HINT_KEYS = 3;

function decisionOf(entry, verdict, more = {}) {
  const { texts = entry.decision?.texts ?? null, note = "", despite = [], comment = commentOf(entry.decision) } = more;
  return Object.freeze({ verdict, texts, note, despite, comment, old: entry.row.old, exported: false, saved: false });
}

/** What is said to whoever works on the entry next; decisions of older pages say nothing. */
const commentOf = (decision) => decision?.comment ?? "";

/** True if the reviewer has a name; else asks for it. */
function named() {
  const missing = at("reviewer").value.trim() === "";
  showMissingName(missing);
  if (missing) {
    at("reviewer").focus();
    announce(say("reviewer_missing"));
  }
  return !missing;
}

function showMissingName(missing) {
  at("reviewer-problem").hidden = !missing;
  at("reviewer").setAttribute("aria-invalid", missing);
}

/** Signs the entry and goes on to the next that is undecided; what speaks against it has to be confirmed first. */
function approve(entry) {
  const empty = textsOf(entry).findIndex((text) => text.trim() === "");
  if (empty >= 0) {
    announce(say("empty"));
    edit(entry, empty);
    return;
  }
  if (!named()) return;
  if (signedByReader(entry.row) && !edited(entry)) {
    announce(say("signed_already", { entry: entry.row.number }));
    goUndecided(entry);
    return;
  }
  if (!sure(entry)) {
    askAgain(entry);
    return;
  }
  const despite = doubtsOf(entry).map(({ name }) => name);
  const decision = decisionOf(entry, "approve", { despite });
  if (entry.decision?.verdict !== "approve") decide(entry, decision);
  else if (despite.some((name) => !despiteOf(entry.decision).includes(name))) {
    restate(entry.decision, decision); // it is the same step, confirmed
    put(entry, decision);
  }
  save(entry);
  done(entry, "approved");
  offerSame(entry);
}

/** Opens the line for the reason; the entry is flagged when that is sent. */
function openNote(entry) {
  if (textsOf(entry).every((text) => text.trim() === "")) {
    announce(say("empty"));
    return;
  }
  openLine(entry, "flag", entry.decision?.note ?? "");
}

/** Opens the same line for a comment, which decides nothing. */
const openComment = (entry) => openLine(entry, "comment", commentOf(entry.decision));

function openLine(entry, kind, text) {
  if (!named()) return;
  place(entry);
  const box = noteOf(entry);
  const input = at(`note-${entry.index}`);
  if (box.hidden || box.dataset.kind !== kind) input.value = text; // else it has been begun
  box.dataset.kind = kind;
  box.querySelector("label").textContent = say(`${kind}_label`);
  box.querySelector(".main").textContent = say(`${kind}_now`);
  box.hidden = false;
  input.focus();
}

/** Sends what stands in the line. */
function sendNote(entry) {
  if (elementOf(entry).querySelector(".note").dataset.kind === "comment") comment(entry);
  else flag(entry);
}

function comment(entry) {
  const text = at(`note-${entry.index}`).value.trim();
  closeNote(entry);
  if (text === commentOf(entry.decision)) return;
  const { verdict = "comment", note, despite } = entry.decision ?? {};
  const alone = text === "" && verdict === "comment";
  decide(entry, alone ? null : decisionOf(entry, verdict, { note, despite, comment: text }));
  save(entry);
  announce(say("said_comment", { entry: entry.row.number }));
}

function closeNote(entry) {
  place(entry);
  elementOf(entry).querySelector(".note").hidden = true;
  go(entry);
}

/** Sends the entry back, with the reason that stands in its line. */
function flag(entry) {
  elementOf(entry).querySelector(".note").hidden = true;
  decide(entry, decisionOf(entry, "reject", { note: at(`note-${entry.index}`).value.trim() }));
  save(entry);
  done(entry, "flagged");
}

/** Announces, and goes on. */
function done(entry, name) {
  const here = chosen();
  const text = say(`said_${name}`, { entry: entry.row.number, decided: count(decided, here), all: here.length });
  const more = goUndecided(entry);
  announce(more ? text : `${text} ${say("all_decided")}`);
}

/** Puts the caret into the text. */
function edit(entry, form = 0) {
  go(entry);
  const area = entry.fields[form]?.area;
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}

/** The fields have been typed in. A changed text is no longer what was approved; what was flagged stays flagged. */
function typed(entry, open = true) {
  const { row, decision } = entry;
  // A field turns \r\n into \n by itself: that is nobody's edit.
  const texts = entry.fields.map(({ area }, form) => {
    const before = row.texts[form];
    return area.value === before.replace(/\r\n?/g, "\n") ? before : area.value;
  });
  const same = texts.every((text, form) => text === row.texts[form]);
  const note = decision?.note ?? "";
  const unedited = commentOf(decision) && !decision.saved ? decisionOf(entry, "comment", { texts: null }) : null;
  const verdict = decision?.verdict === "reject" ? "reject" : "edit";
  const after = same && verdict === "edit" ? unedited : decisionOf(entry, verdict, { texts: same ? null : texts, note });
  decide(entry, after, { open });
}

/** Another text in one of the fields, as if typed. */
function replaceText(entry, form, text) {
  elementOf(entry);
  entry.fields[form].area.value = text;
  typed(entry, false);
}

/** The form in which the caret is, or was last. */
const formOf = (entry) => entry.lastForm ?? 0;

function useHint(entry, index) {
  const hint = entry.row.memory[index];
  if (!hint) {
    announce(say("no_hint", { number: index + 1 }));
    return;
  }
  replaceText(entry, formOf(entry), hint.text);
  announce(say("said_hint", { number: index + 1, entry: entry.row.number }));
}

/** The text with this finding mended; null if that has been done, or something else there. */
function mended(entry, { form, fix }) {
  return rebased(entry.row.texts[form] ?? "", fix, textsOf(entry)[form] ?? "");
}

function useFix(entry, problem) {
  const text = mended(entry, problem);
  if (text === null) {
    announce(say("fix_lost"));
    return;
  }
  replaceText(entry, problem.form, text);
  announce(say("said_fix", { entry: entry.row.number }));
}

/** Puts a term where the caret is, or at the end of a field nobody has been in. */
function insert(entry, word) {
  const form = formOf(entry);
  const { area } = entry.fields[form];
  const end = area.value.length;
  const [from, to] = entry.lastForm === undefined ? [end, end] : [area.selectionStart, area.selectionEnd];
  const before = area.value.slice(0, from);
  const added = /[\p{L}\p{N}]$/u.test(before) ? ` ${word}` : word;
  replaceText(entry, form, before + added + area.value.slice(to));
  area.focus();
  area.setSelectionRange(from + added.length, from + added.length);
  announce(say("said_term", { word }));
}

/** Takes back the last step, wherever it was. */
function undoLast() {
  const step = steps.findLast(({ undoing }) => !undoing);
  if (!step) {
    announce(say("nothing_to_undo"));
    return;
  }
  go(step.entry);
  // What was decided at once for several is taken back at once.
  const all = step.group ? steps.filter(({ group, undoing }) => group === step.group && !undoing) : [step];
  all.reverse().forEach(revert);
}

/** Decides again what has been undone last. */
function redo() {
  const last = undone.pop();
  if (!last) {
    announce(say("nothing_to_redo"));
    return;
  }
  const { entry, decision } = last;
  const again = { ...decision, old: entry.row.old, exported: false, saved: false };
  decide(entry, Object.freeze(sameTexts(again, entry.row)), { redoing: true });
  save(entry);
  go(entry);
  announce(say("said_redone", { entry: entry.row.number }));
}

/** Takes back the entry's own last step; a decision of an earlier visit goes as a whole. */
function undoRow(entry) {
  const step = steps.findLast((one) => one.entry === entry && !one.undoing);
  if (!step && entry.decision === null) {
    announce(say("nothing_to_undo"));
    return;
  }
  revert(step ?? { entry, before: null, after: entry.decision });
}

/** Back to the decision before. The step stays among the others until that is done, or cannot be done at all. */
async function revert(step) {
  const { entry } = step;
  const again = step.after && entry.decision === step.after ? { ...step.after, texts: textsOf(entry) } : null;
  Object.assign(step, { undoing: true, open: false });
  const problem = await (page.served ? queued(entry, () => takeBack(step)) : putBack(step));
  step.undoing = false;
  if (!problem?.again && steps.includes(step)) steps.splice(steps.indexOf(step), 1);
  if (!problem && again) undone.push({ entry, decision: again });
  const here = chosen();
  const figures = { entry: entry.row.number, decided: count(decided, here), all: here.length };
  announce(problem ? problem.text : say("said_undone", figures));
  showProgress();
  if (!problem && entry === current && !entry.element.contains(document.activeElement)) go(entry);
}

/** Undoes what is in no catalogue; null, or what is wrong with that: the text, and whether to try again. */
function putBack(step) {
  const { entry, before, after } = step;
  if (entry.decision !== after) {
    const text = say("undo_stale", { entry: entry.row.number });
    return { text, again: steps.findLast((one) => one.entry === entry) !== step };
  }
  // After a conflict the row is what the catalogue has, unless there is an edit to be sent again.
  const theirs = before === null || before.saved ? entry.refused?.row : null;
  entry.refused = null;
  entry.failed = "";
  if (theirs) {
    forgetSteps(entry);
    renew(entry, theirs, null);
  } else put(entry, before);
  return null;
}
