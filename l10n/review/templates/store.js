// What the reviewer has decided, step by step, and the browser's copy of it.
//
// An entry is a row with its decision: null or {verdict, texts, note, despite, old, exported, saved}. Decisions are
// never changed but replaced, so that a step can keep the one before. `texts` is null if the text is as in the row.

const KEPT = `l10n:${page.id}`;

/** Names an entry across pages: the catalogue's path and the entry's key. */
const identity = (path, key) => JSON.stringify([path, key]);

const entries = page.rows.map((row, index) => ({
  index,
  row,
  sheet: page.sheets[row.sheet],
  id: identity(page.sheets[row.sheet].path, row.key),
  decision: null,
  refused: null, // {reason, row, doubts, about}: what the server said
  failed: "", // why the server could not be reached
  stuck: "", // why the last undo did nothing
  warned: null, // the row and texts about which the page has asked whether they shall be signed all the same
  sending: 0, // requests on their way
  asked: null, // the decision that was sent last
  dirty: false, // the browser's storage does not have it yet
  written: "null", // the decision as the storage has it of this window, as JSON
  element: null,
  fields: [],
  block: null, // where its row stands
  hay: null, // {texts, text}: what search looks into
}));
const paths = new Set(page.sheets.map(({ path }) => path));
const entryById = new Map(entries.map((entry) => [entry.id, entry]));

/** Steps that can be undone: {entry, before, after}; typing goes on in the last one while it is open. */
const steps = [];
/** What has been undone and not decided otherwise since: {entry, decision}. */
const undone = [];
/** Kept decisions about a text of this page's catalogues that has changed since, as `kept` writes them. */
let leftOut = [];
/** Kept decisions that are none of this page's business: about other catalogues, or saved by another window. */
let others = [];
let writing;

/** The texts as the reviewer wants them. */
const textsOf = (entry) => entry.decision?.texts ?? entry.row.texts;

const edited = (entry) => Boolean(entry.decision?.texts);

/** Somebody has decided: now, or before this page was made. */
const decided = (entry) => verdictOf(entry) !== "" || isSigned(entry);

/** What the reviewer has decided; a comment alone decides nothing. */
const verdictOf = ({ decision }) => (decision === null || decision.verdict === "comment" ? "" : decision.verdict);

/** It has the signatures that it needs, or the reader's own. */
function isSigned({ row, sheet }) {
  if (!page.signed.includes(row.state)) return false;
  return !sheet.second || row.state === "second" || signedByReader(row);
}

/** Nobody signs the same text twice. */
function signedByReader(row) {
  const name = personOf(at("reviewer").value);
  return page.signed.includes(row.state) && row.signed.some((by) => personOf(by.replace(/ \S+$/, "")) === name);
}

const personOf = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** What has neither left the page nor reached the catalogue. */
const pending = () => entries.filter(({ decision }) => decision && !decision.exported && !decision.saved);

/** A new decision as a step that can be undone. */
function decide(entry, after, { open = false, redoing = false } = {}) {
  const last = steps.at(-1);
  if (!redoing) undone.length = 0;
  if (open && last?.open && last.entry === entry) last.after = after;
  else steps.push({ entry, before: entry.decision, after, open });
  put(entry, after);
  if (!open) keep(); // typing goes on
}

/** The same decision about several entries, which is undone as one. */
function decideAll(decisions) {
  const group = {};
  undone.length = 0;
  for (const [entry, after] of decisions) {
    steps.push({ entry, before: entry.decision, after, open: false, group });
    set(entry, after);
  }
  keep();
  showProgress();
}

/** Typing that goes on later is another step. */
function closeStep() {
  if (steps.length) steps.at(-1).open = false;
}

/** A decision is the same in other words: steps that knew it know it still. */
function restate(old, fresh) {
  for (const step of steps) {
    if (old && step.before === old) step.before = fresh;
    if (old && step.after === old) step.after = fresh;
  }
}

/** The steps of this entry; what has been decided before them stays. */
function forgetSteps(entry) {
  steps.splice(0, steps.length, ...steps.filter((step) => step.entry !== entry));
}

/** The decision without a step: for undo, for what was kept, for the server's answers. */
function put(entry, decision) {
  set(entry, decision);
  keepSoon();
  showProgress();
}

function set(entry, decision) {
  entry.decision = decision;
  entry.stuck = "";
  entry.warned = null;
  entry.dirty = true;
  refresh(entry);
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
  // In this order: of two about an entry the later one counts, see `elsewhere`.
  const taken = storing(KEPT, JSON.stringify({ version: 1, decisions: [...own, ...others, ...leftOut] }));
  if (taken) {
    for (const entry of entries) {
      entry.dirty = false;
      entry.written = JSON.stringify(entry.decision);
    }
  }
  notice("storage", taken ? null : say("not_kept"));
}

/** With all that the export needs, should the next page not have the entry. */
function kept({ sheet, row, decision }) {
  const source = beginning(row.source, 80);
  return { catalogue: sheet.path, document: sheet.document, language: sheet.language, key: row.key, source, decision };
}

/** Decisions of an earlier visit, or of another window. What this window has saved, or could not write, stays. */
function recall() {
  const text = stored(KEPT);
  if (text === null) return;
  const all = readKept(text).filter((one) => !outdated(one));
  leftOut = all.filter(isLeftOut);
  others = all.filter((one) => !isLeftOut(one) && (!fits(one) || elsewhere(one)));
  const found = new Map(all.filter(fits).map((one) => [entryFor(one), one.decision]));
  for (const entry of entries) {
    if (entry.dirty || entry.sending || entry.decision?.saved) continue;
    const decision = found.get(entry) ?? null;
    entry.written = JSON.stringify(decision);
    if (entry.written !== JSON.stringify(entry.decision)) adopt(entry, decision);
  }
}

/** What another window has decided; what could be undone here is gone with what it was about. */
function adopt(entry, decision) {
  // What another window is about to save is not sent from here, perhaps under another name.
  Object.assign(entry, { decision, asked: decision, refused: null, failed: "", stuck: "", warned: null });
  forgetSteps(entry);
  refresh(entry);
}

const entryFor = ({ catalogue, key }) => entryById.get(identity(catalogue, key));

/** This window has written it and gone beyond since, or it stands in the catalogue and this window has a newer one. */
function outdated(one) {
  const entry = entryFor(one);
  if (entry?.dirty && entry.written === JSON.stringify(one.decision)) return true;
  return Boolean(entry?.decision) && one.decision.saved && !fits(one);
}

/** The decision is about what the page shows. */
function fits(one) {
  const row = entryFor(one)?.row;
  const { old, texts } = one.decision;
  return row?.old === old && (texts ?? row.texts).length === row.texts.length;
}

/** Another window goes on from what this one has saved. */
const elsewhere = (one) => fits(one) && Boolean(entryFor(one).decision?.saved) && !one.decision.saved;

/** A saved decision stands in the catalogue; if the text has changed since, there is nothing left to do. */
const isLeftOut = (one) => paths.has(one.catalogue) && !fits(one) && !one.decision.saved;

/** The row is as the decision wants it: the patch that had it has been applied. */
function isSo(one) {
  const row = entryFor(one)?.row;
  const { verdict, texts, note, exported } = one.decision;
  if (row && verdict === "comment") return row.comments.some((said) => said.endsWith(`: ${commentOf(one.decision)}`));
  if (!row || !(texts ? texts.join("\0") === row.texts.join("\0") : exported)) return false;
  if (verdict === "approve") return page.signed.includes(row.state);
  const noted = note === "" || row.rejections.some((said) => said.endsWith(`: ${note.replace(/\s+/g, " ")}`));
  return verdict === "edit" || (noted && ["draft", "edited draft", "outdated"].includes(row.state));
}

/** What nobody can read is put aside under another name. */
function readKept(text) {
  let decisions = null;
  try {
    ({ decisions } = JSON.parse(text));
  } catch {
    // as if there were none
  }
  const sound = Array.isArray(decisions) ? decisions.filter(isSound) : [];
  if (sound.length !== decisions?.length) {
    storing(`${KEPT}:unreadable`, text);
    notice("unreadable", say("unreadable", { name: `${KEPT}:unreadable` }));
  }
  return sound.filter((one) => !isSo(one) || (fits(one) && one.decision.verdict !== "comment"));
}

const isText = (value) => typeof value === "string";

/** Has all that the page and the export need. */
function isSound(one) {
  if (!one?.decision) return false;
  const { old, verdict, note, texts } = one.decision;
  const despite = despiteOf(one.decision);
  return (
    [one.catalogue, one.document, one.language, one.key, one.source, old, note].every(isText) &&
    isText(commentOf(one.decision)) &&
    ["approve", "edit", "reject", "comment"].includes(verdict) &&
    (texts === null || (Array.isArray(texts) && texts.every(isText))) &&
    Array.isArray(despite) &&
    despite.every(isText)
  );
}
