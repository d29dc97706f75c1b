// With `l10n review serve`: every decision goes to the server at once. Requests about an entry go one after the other;
// what the server does not take stays in the page and in the browser's storage.

/** Runs when everything that was asked for this entry before is answered. */
function queued(entry, task) {
  entry.sending += 1;
  const run = (entry.queue ?? Promise.resolve()).then(task).finally(() => {
    entry.sending -= 1;
    refresh(entry);
    showUnsaved();
  });
  entry.queue = run.catch(() => {});
  return run;
}

/** Sends the decision, if there is one that the server does not know. */
function save(entry) {
  if (!page.served || !entry.decision || entry.decision.saved) return;
  if (entry.sending && entry.asked === entry.decision) return;
  entry.asked = entry.decision;
  queued(entry, () => submit(entry));
  refresh(entry);
}

/** One after the other: a server that is down shall not get a thousand requests at once. */
async function saveAll() {
  for (const entry of unsaved()) {
    save(entry);
    await entry.queue;
  }
}

async function submit(entry) {
  const sent = entry.decision;
  if (!sent || sent.saved) return;
  const about = subject(entry);
  let result;
  try {
    result = await ask(entry, "save", patchOf([kept(entry)]));
  } catch (error) {
    entry.failed = reasonOf(error);
  }
  if (result?.outcome === "refused") {
    const { reason, row, doubts = [] } = result;
    entry.refused = { reason, row, doubts, about };
    if (doubts.length) entry.warned = about;
  } else if (result) {
    const saved = Object.freeze({ ...sent, texts: null, saved: true, old: result.row?.old ?? sent.old });
    restate(sent, saved);
    const after = steps.findLastIndex((step) => step.after === saved);
    renew(entry, result.row, rebase(entry, result.row, saved, steps.slice(after + 1)));
    return;
  }
  const reason = entry.refused ? complaintOf(entry) : entry.failed;
  announce(say("said_unsaved", { entry: entry.row.number, reason }));
}

/** Undoes on the server what it has; as `putBack` otherwise. */
async function takeBack(step) {
  const { entry } = step;
  const { sheet, row, decision } = entry;
  if (decision !== step.after || !decision?.saved) return putBack(step);
  let problem;
  try {
    const result = await ask(entry, "undo", { catalogue: sheet.path, key: row.key, old: row.old, reviewer: at("reviewer").value.trim() });
    if (result.outcome !== "refused") {
      const { before } = step;
      const base = before && Object.freeze({ ...before, old: result.row?.old ?? before.old });
      restate(before, base);
      renew(entry, result.row, rebase(entry, result.row, base, steps.slice(steps.indexOf(step) + 1)));
      return null;
    }
    problem = { text: say("undo_refused", { reason: bare(result.reason) }), again: false };
  } catch (error) {
    problem = { text: say("undo_failed", { reason: reasonOf(error) }), again: true };
  }
  entry.stuck = problem.text;
  return problem;
}

/** Steps made while the answer was on its way go on from its row and decision; the last decision. */
function rebase(entry, row, decision, later) {
  let last = decision;
  for (const step of later.filter((one) => one.entry === entry)) {
    const texts = step.after?.texts ?? entry.row.texts;
    const now = { ...(step.after ?? decisionOf(entry, "edit")), texts, old: row?.old ?? entry.row.old, saved: false };
    const moved = Object.freeze(sameTexts(now, row ?? entry.row));
    step.before = last;
    step.after = moved.verdict === "edit" && moved.texts === null ? null : moved;
    last = step.after;
  }
  return last;
}

/** The server's result about the entry; an error if it has none, or cannot be reached. */
async function ask(entry, address, body) {
  Object.assign(entry, { refused: null, failed: "", stuck: "" });
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(say("no_server"));
  });
  const said = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(answer.status === 404 ? say("server_anew") : complaint(answer, said));
  const mine = ({ catalogue, key }) => catalogue === entry.sheet.path && key === entry.row.key;
  const result = said?.results?.find(mine);
  if (!result) throw new Error(say("server_silent"));
  return result;
}

const complaint = ({ status }, said) => (isText(said?.error) ? said.error : say("server_said", { status }));

/** A reason within a sentence of ours. */
const bare = (text) => text.trim().replace(/\.$/, "");
const reasonOf = (error) => bare(error.message);

/** The row as the server has it now. */
function renew(entry, row, decision) {
  if (row) entry.row = { ...row, sheet: entry.row.sheet };
  assign(entry, decision && Object.freeze(sameTexts(decision, entry.row)));
  restate(decision, entry.decision);
  unwritten.add(entry);
  keepSoon();
  rebuild(entry);
  showProgress();
}

/** Texts that are the row's own need not be said again. */
function sameTexts(decision, row) {
  const same = decision.texts?.every((text, form) => text === row.texts[form]);
  return same ? { ...decision, texts: null } : decision;
}

/** The reviewer's text on top of what the server has. */
function keepMine(entry) {
  const decision = entry.decision ?? decisionOf(entry, "edit"); // what was typed is typed back
  const mine = { ...decision, texts: textsOf(entry), old: entry.refused.row.old, saved: false, despite: [] };
  settle(entry, mine);
  save(entry);
  go(entry);
}

function takeTheirs(entry) {
  settle(entry, null);
  go(entry);
}

/** Steps before a conflict cannot be undone: they were about another text. */
function settle(entry, decision) {
  const { row } = entry.refused;
  entry.refused = null;
  forgetSteps(entry);
  renew(entry, row, decision);
}

/** Why the decision is not saved, or not undone: the server's reason and its row, or that it cannot be reached. */
function showConflict(entry) {
  const box = entry.element.querySelector(".conflict");
  const { refused, failed, stuck } = entry;
  const unsaid = failed ? say("failed", { reason: failed }) : stuck;
  const reason = refused ? say("refused", { reason: complaintOf(entry) }) : unsaid;
  box.hidden = !reason;
  if (box.told === (refused ?? reason)) return; // it may have the focus
  box.told = refused ?? reason;
  box.replaceChildren(make("p", {}, reason));
  if (refused?.doubts.length) return; // nothing is theirs: it only has to be confirmed
  if (refused?.row) box.append(...theirsPart(entry, refused.row));
  else if (refused || failed) box.append(button(say("try_again"), () => save(entry)));
}

/** Why the server has refused it; what only has to be confirmed with how to do that. */
const complaintOf = ({ refused }) => (refused.doubts.length ? say("doubts", { doubts: refused.reason }) : refused.reason);

function theirsPart(entry, row) {
  return [
    make("p", { class: "label" }, say("theirs", row)),
    ...row.texts.map((text) => foreign("p", "text", entry.sheet.language, text)),
    button(say("keep_mine"), () => keepMine(entry)),
    " ",
    button(say("take_theirs"), () => takeTheirs(entry)),
  ];
}

const saidOfSaving = (entry) => {
  if (!page.served) return "";
  if (entry.sending) return say("saving");
  return entry.decision.saved ? say("saved") : say("unsaved");
};

/** What can be sent again; a conflict is to be decided first. */
const unsaved = () =>
  withDecision().filter(({ decision, failed, refused }) => !decision.saved && (failed || refused?.row === null));

function showUnsaved() {
  if (!page.served) return;
  const number = unsaved().length;
  if (!number) notice("unsaved", null);
  else if (at("notice-unsaved")?.dataset.number !== String(number)) {
    notice("unsaved", say("unsaved_all", { number }), button(say("try_again"), saveAll));
    at("notice-unsaved").dataset.number = number;
  }
}
