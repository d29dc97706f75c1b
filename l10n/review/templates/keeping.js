// The browser's copy of what the reviewer has decided, which several windows share.

const KEPT = `l10n:${page.id}`;

const paths = new Set(page.sheets.map(({ path }) => path));
/** Kept decisions about a text of this page's catalogues that has changed since, as `kept` writes them. */
let leftOut = [];
/** Kept decisions that are none of this page's business: about other catalogues, or saved by another window. */
let others = [];
let writing;
/** What this window has written last: the text, and the kept decisions in it. */
let wrote = { text: null, all: [] };
/** Of kept decisions: their entries, and their texts. */
const entryOfKept = new WeakMap();
const textOfKept = new WeakMap();

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
  // In this order: of two about an entry the later one counts, see `elsewhere`.
  const all = [...withDecision().map(kept), ...others, ...leftOut];
  const text = `{"version":1,"decisions":[${all.map(textOf).join(",")}]}`;
  const taken = storing(KEPT, text);
  if (taken) {
    for (const entry of unwritten) entry.written = JSON.stringify(entry.decision);
    unwritten.clear();
    wrote = { text, all };
  }
  notice("storage", taken ? null : say("not_kept"));
}

/** With all that the export needs, should the next page not have the entry; the same object as long as it is so. */
function kept(entry) {
  const { sheet, row, decision } = entry;
  if (entry.kept?.row === row && entry.kept.one.decision === decision) return entry.kept.one;
  const { path: catalogue, document: name, language } = sheet;
  const one = { catalogue, document: name, language, key: row.key, source: beginning(row.source, 80), decision };
  entry.kept = { row, one };
  entryOfKept.set(one, entry);
  return one;
}

/** As JSON, which is made once. */
function textOf(one) {
  if (!textOfKept.has(one)) textOfKept.set(one, JSON.stringify(one));
  return textOfKept.get(one);
}

/** Decisions of an earlier visit, or of another window. What this window has saved, or could not write, stays. */
function recall() {
  const text = stored(KEPT);
  if (text === null) return;
  const all = readKept(text).filter((one) => !outdated(one));
  leftOut = all.filter(isLeftOut);
  others = all.filter((one) => !isLeftOut(one) && (!fits(one) || elsewhere(one)));
  const found = new Map(all.filter(fits).map((one) => [entryFor(one), one.decision]));
  for (const entry of new Set([...withDecision(), ...found.keys()])) {
    const decision = found.get(entry) ?? null;
    if (decision === entry.decision || unwritten.has(entry) || entry.sending || entry.decision?.saved) continue;
    entry.written = JSON.stringify(decision);
    if (entry.written !== JSON.stringify(entry.decision)) adopt(entry, decision);
  }
}

/** What another window has decided; what could be undone here is gone with what it was about. */
function adopt(entry, decision) {
  // What another window is about to save is not sent from here, perhaps under another name.
  Object.assign(entry, { asked: decision, refused: null, failed: "", stuck: "", warned: null });
  assign(entry, decision);
  forgetSteps(entry);
  refresh(entry);
}

/** The entry that a kept decision is about; undefined if the page does not have it. */
function entryFor(one) {
  if (!entryOfKept.has(one)) entryOfKept.set(one, entryById.get(identity(one.catalogue, one.key)));
  return entryOfKept.get(one);
}

/** This window has written it and gone beyond since, or it stands in the catalogue and this window has a newer one. */
function outdated(one) {
  const entry = entryFor(one);
  if (unwritten.has(entry) && entry.written === JSON.stringify(one.decision)) return true;
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
  const sound = text === wrote.text ? wrote.all : parsed(text);
  return sound.filter((one) => !isSo(one) || (fits(one) && one.decision.verdict !== "comment"));
}

function parsed(text) {
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
  return sound;
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
