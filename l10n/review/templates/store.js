// What the reviewer has decided, step by step; keeping.js has the browser's copy of it.
//
// An entry is a row with its decision: null or {verdict, texts, note, despite, old, exported, saved}. Decisions are
// never changed but replaced, so that a step can keep the one before. `texts` is null if the text is as in the row.

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
  written: "null", // the decision as the storage has it of this window, as JSON
  element: null,
  fields: [],
  position: 0, // among those that are shown
  counted: null, // as what, see progress.js
  kept: null, // {row, one}: what `kept` made of it
  hay: null, // {texts, text}: what search looks into
}));
const entryById = new Map(entries.map((entry) => [entry.id, entry]));

/** Steps that can be undone: {entry, before, after}; typing goes on in the last one while it is open. */
const steps = [];
/** What has been undone and not decided otherwise since: {entry, decision}. */
const undone = [];
/** Indices of entries with a decision. */
const decidedOn = new Set();
/** Entries whose decision the browser's storage does not have yet. */
const unwritten = new Set();

/** Entries with a decision, in the order of the page. */
const withDecision = () => [...decidedOn].sort((a, b) => a - b).map((index) => entries[index]);

/** All that changes a decision does so here. */
function assign(entry, decision) {
  entry.decision = decision;
  if (decision) decidedOn.add(entry.index);
  else decidedOn.delete(entry.index);
  recount(entry);
}

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
  return page.signed.includes(row.state) && signersOf(row).includes(name);
}

const signers = new WeakMap();

/** Those whose signatures the row has. */
function signersOf(row) {
  if (!signers.has(row)) signers.set(row, row.signed.map((by) => personOf(by.replace(/ \S+$/, ""))));
  return signers.get(row);
}

const personOf = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** What has neither left the page nor reached the catalogue. */
const pending = () => withDecision().filter(({ decision }) => !decision.exported && !decision.saved);

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
  assign(entry, decision);
  entry.stuck = "";
  entry.warned = null;
  unwritten.add(entry);
  refresh(entry);
}
