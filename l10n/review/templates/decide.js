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

/** Announces, and goes on. */
function done(entry, name) {
  const text = say(`said_${name}`, { entry: entry.row.number, ...figures() });
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
