// What the reviewer has decided, step by step, and the browser's copy of it.
//
// An entry is a row with its decision: null or {verdict, texts, note, old, exported, saved}. Decisions are never
// changed but replaced, so that a step can keep the one before. `texts` is null if the text is as in the row.

const KEPT = `l10n:${page.id}`;

/** Names an entry across pages: the catalogue's path and the entry's key. */
const identity = (path, key) => JSON.stringify([path, key]);

const entries = page.rows.map((row, index) => ({
  index,
  row,
  sheet: page.sheets[row.sheet],
  id: identity(page.sheets[row.sheet].path, row.key),
  decision: null,
  refused: null, // {reason, row}: what the server said
  failed: "", // why the server could not be reached
  sending: 0, // requests on their way
  asked: null, // the decision that was sent last
  dirty: false, // the browser's storage does not have it yet
  keptOld: null, // `old` of the decision that the storage has of this window
  element: null,
  fields: [],
}));
const entryById = new Map(entries.map((entry) => [entry.id, entry]));

/** Steps that can be undone: {entry, before, after}; typing goes on in the last one while it is open. */
const steps = [];
/** Kept decisions about a text that this page does not have, as `kept` writes them. */
let leftOut = [];
let writing;

/** The texts as the reviewer wants them. */
const textsOf = (entry) => entry.decision?.texts ?? entry.row.texts;

const edited = (entry) => Boolean(entry.decision?.texts);

/** Somebody has decided: now, or before this page was made. */
const decided = (entry) => entry.decision !== null || entry.row.state === "reviewed";

/** What has neither left the page nor reached the catalogue. */
const pending = () => entries.filter(({ decision }) => decision && !decision.exported && !decision.saved);

/** A new decision as a step that can be undone. */
function decide(entry, after, { open = false } = {}) {
  const last = steps.at(-1);
  if (open && last?.open && last.entry === entry) last.after = after;
  else steps.push({ entry, before: entry.decision, after, open });
  put(entry, after);
  if (!open) keep(); // typing goes on
}

/** Typing that goes on later is another step. */
function closeStep() {
  if (steps.length) steps.at(-1).open = false;
}

/** The decision without a step: for undo, for what was kept, for the server's answers. */
function put(entry, decision) {
  entry.decision = decision;
  entry.dirty = true;
  keepSoon();
  refresh(entry);
  showProgress();
}

function keepSoon() {
  clearTimeout(writing);
  writing = setTimeout(keep, 300);
}

/** Writes everything into the browser's storage, and warns if it takes nothing; other windows write there too. */
function keep() {
  recall();
  write();
}

function write() {
  clearTimeout(writing);
  const own = entries.filter(({ decision }) => decision).map(kept);
  const taken = storing(KEPT, JSON.stringify({ version: 1, decisions: [...own, ...leftOut] }));
  for (const entry of entries) {
    entry.dirty = false;
    entry.keptOld = entry.decision?.old ?? null;
  }
  notice("storage", taken ? null : say("not_kept"));
}

/** With all that the export needs, should the next page not have the entry. */
function kept({ sheet, row, decision }) {
  const source = beginning(row.source, 80);
  return { catalogue: sheet.path, document: sheet.document, language: sheet.language, key: row.key, source, decision };
}

/** Decisions of an earlier visit, or of another window; those about another text are left out, not lost. */
function recall() {
  const text = stored(KEPT);
  if (text === null) return;
  const all = readKept(text);
  leftOut = all.filter((one) => !fits(one) && !replaced(one));
  const found = new Map(all.filter(fits).map((one) => [identity(one.catalogue, one.key), one.decision]));
  for (const entry of entries.filter(({ dirty }) => !dirty)) {
    const decision = found.get(entry.id) ?? null;
    if (JSON.stringify(decision) === JSON.stringify(entry.decision)) continue;
    entry.decision = decision;
    entry.keptOld = decision?.old ?? null;
    refresh(entry);
  }
}

/** The storage has what this window has gone beyond since: the server has taken it, or undone it. */
function replaced({ catalogue, key, decision }) {
  const entry = entryById.get(identity(catalogue, key));
  return Boolean(entry?.dirty) && entry.keptOld === decision.old;
}

/** The decision is about what the page shows. */
function fits({ catalogue, key, decision }) {
  return entryById.get(identity(catalogue, key))?.row.old === decision.old;
}

/** The row is as the decision wants it: the patch that had it has been applied. */
function isSo({ catalogue, key, decision }) {
  const row = entryById.get(identity(catalogue, key))?.row;
  const { verdict, texts, note, exported } = decision;
  if (!row || !(texts ? texts.join("\0") === row.texts.join("\0") : exported)) return false;
  if (verdict === "approve") return row.state === "reviewed";
  const noted = note === "" || row.rejections.some((one) => one.endsWith(`: ${note.replace(/\s+/g, " ")}`));
  return verdict === "edit" || (noted && ["draft", "edited draft", "outdated"].includes(row.state));
}

/** What nobody can read is put aside under another name. */
function readKept(text) {
  try {
    const { decisions } = JSON.parse(text);
    // A saved decision stands in the catalogue; if the text has changed since, there is nothing left to do.
    return decisions.filter((one) => fits(one) || !(one.decision.saved || isSo(one)));
  } catch {
    storing(`${KEPT}:unreadable`, text);
    notice("unreadable", say("unreadable", { name: `${KEPT}:unreadable` }));
    return [];
  }
}
