// How far the work is. What has become of an entry is counted once; after that a decision changes the figures by one.

const STANDINGS = { approve: "approved", edit: "edited", reject: "flagged" };

/** Chosen entries by what has become of them; null if they have to be counted anew. */
let standings = null;

/** `approved`, `edited` or `flagged` by the reviewer, or else `signed` before or still `open`. */
const standingOf = (entry) => STANDINGS[verdictOf(entry)] ?? (isSigned(entry) ? "signed" : "open");

/** Other entries have been chosen, or another person reads them. */
function countAnew() {
  standings = null;
}

/** The entry's decision or row is another. */
function recount(entry) {
  if (!standings || entry.counted === null) return;
  standings[entry.counted] -= 1;
  entry.counted = standingOf(entry);
  standings[entry.counted] += 1;
}

/** Of the chosen entries: {all, decided, approved, edited, flagged}. */
function figures() {
  if (!standings) countAll();
  const { approved, edited, flagged, signed, open } = standings;
  const decided = approved + edited + flagged + signed;
  return { all: decided + open, decided, approved, edited, flagged };
}

function countAll() {
  standings = { approved: 0, edited: 0, flagged: 0, signed: 0, open: 0 };
  for (const entry of entries) entry.counted = null;
  for (const entry of chosen()) {
    entry.counted = standingOf(entry);
    standings[entry.counted] += 1;
  }
}

function showProgress() {
  const { all, decided } = figures();
  const text = say("progress_words", figures());
  at("progress-words").textContent = text;
  const bar = at("progress");
  bar.setAttribute("aria-valuemax", all);
  bar.setAttribute("aria-valuenow", decided);
  bar.setAttribute("aria-valuetext", text);
  bar.firstElementChild.style.width = `${all ? (100 * decided) / all : 0}%`;
  at("export-count").textContent = toExport().length;
  at("undo").disabled = steps.length === 0;
  showUnsaved();
}
