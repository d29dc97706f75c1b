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
  const result = await ask(entry, "save", patchOf([kept(entry)]));
  if (!result) return;
  const saved = Object.freeze({ ...sent, texts: null, saved: true, old: result.row?.old ?? sent.old });
  for (const step of steps) {
    if (step.before === sent) step.before = saved;
    if (step.after === sent) step.after = saved;
  }
  const now = entry.decision;
  renew(entry, result.row, now === sent ? saved : now && { ...now, old: saved.old });
}

/** Undoes on the server what it has; true if the entry is as before. */
function takeBack(entry, before) {
  return queued(entry, async () => {
    const { sheet, row, decision } = entry;
    if (!decision?.saved) {
      put(entry, before);
      return true;
    }
    const result = await ask(entry, "undo", { catalogue: sheet.path, key: row.key, old: row.old });
    if (result) renew(entry, result.row, before && { ...before, old: result.row?.old ?? before.old });
    return Boolean(result);
  });
}

/** The server's result about the entry; null if it refused or could not be reached, which the row then says. */
async function ask(entry, address, body) {
  entry.refused = null;
  entry.failed = "";
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(say("server_said", { status: answer.status }));
    const { results } = await answer.json();
    const result = results.find(({ catalogue, key }) => catalogue === entry.sheet.path && key === entry.row.key);
    if (!result) throw new Error(say("server_silent"));
    if (result.outcome !== "refused") return result;
    entry.refused = { reason: result.reason, row: result.row };
  } catch (error) {
    entry.failed = error instanceof TypeError ? say("no_server") : error.message;
  }
  announce(say("said_unsaved", { entry: entry.row.number, reason: entry.refused?.reason ?? entry.failed }));
  return null;
}

/** The row as the server has it now. */
function renew(entry, row, decision) {
  if (row) entry.row = { ...row, sheet: entry.row.sheet };
  entry.decision = decision && Object.freeze(sameTexts(decision, entry.row));
  entry.dirty = true;
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
  const mine = { ...entry.decision, texts: textsOf(entry), old: entry.refused.row.old, saved: false };
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
  steps.splice(0, steps.length, ...steps.filter((step) => step.entry !== entry));
  renew(entry, row, decision);
}

/** Why the decision is not saved: the server's reason and its row, or that it cannot be reached. */
function showConflict(entry) {
  const box = entry.element.querySelector(".conflict");
  const { refused, failed } = entry;
  const reason = refused ? say("refused", refused) : failed && say("failed", { reason: failed });
  box.hidden = !reason;
  if (box.told === (refused ?? reason)) return; // it may have the focus
  box.told = refused ?? reason;
  box.replaceChildren(make("p", {}, reason));
  if (refused?.row) box.append(...theirsPart(entry, refused.row));
  if (failed) box.append(button(say("try_again"), () => save(entry)));
}

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

const unsaved = () => entries.filter(({ decision, failed }) => decision && !decision.saved && failed);

function showUnsaved() {
  if (!page.served) return;
  const number = unsaved().length;
  if (!number) notice("unsaved", null);
  else if (at("notice-unsaved")?.dataset.number !== String(number)) {
    notice("unsaved", say("unsaved_all", { number }), button(say("try_again"), saveAll));
    at("notice-unsaved").dataset.number = number;
  }
}
