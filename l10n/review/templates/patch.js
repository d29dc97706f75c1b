// The decisions as a file: what it holds is described in docs/review.md.

/** All that is decided and not yet in the catalogues. */
const toExport = () => withDecision().filter(({ decision }) => !decision.saved);

function patchEntry({ catalogue, document: name, language, key, source, decision }) {
  const { old, verdict, texts, note } = decision;
  const despite = verdict === "approve" ? despiteOf(decision) : [];
  const comment = commentOf(decision);
  const more = { ...(despite.length ? { despite } : {}), ...(comment ? { comment } : {}) };
  return { catalogue, document: name, language, key, old, verdict, texts, note, ...more, source };
}

function patchOf(decisions) {
  return {
    format: "l10n-review-patch",
    version: 1,
    page: page.id,
    reviewer: at("reviewer").value.trim(),
    made: new Date().toISOString(),
    entries: decisions.map(patchEntry),
  };
}

/** After the only catalogue that is in it. */
function patchName(decisions) {
  const names = new Set(decisions.map((one) => `${one.document}.${one.language}`));
  const name = names.size === 1 ? [...names][0].replace(/[\\/:*?"<>|\p{C}]/gu, "_") : "review";
  return `${name}.patch.json`;
}

/** Downloads the patch and says what to do with it. */
function exportPatch() {
  const old = at("left-out-too")?.checked ? leftOut : [];
  const exported = toExport();
  const decisions = [...exported.map(kept), ...old];
  if (!decisions.length) {
    announce(say(page.served ? "all_saved" : "nothing_to_export"));
    return;
  }
  if (!named()) return;
  const text = `${JSON.stringify(patchOf(decisions), null, 1)}\n`;
  const name = patchName(decisions);
  download(name, text);
  // What is on its way is the server's.
  for (const entry of exported.filter(({ sending }) => !sending)) {
    const decision = Object.freeze({ ...entry.decision, exported: true });
    restate(entry.decision, decision);
    assign(entry, decision);
    unwritten.add(entry);
  }
  keep();
  showExported(name, text, decisions.length);
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function showExported(name, text, number) {
  at("exported-what").textContent = say("exported_what", { name, number });
  at("exported-command").textContent = `l10n review apply ${/^[\w.-]+$/.test(name) ? name : "FILE"}`;
  at("exported-text").value = text;
  at("copied").textContent = "";
  at("exported").showModal();
}

/** For when no file can be saved. */
async function copyPatch() {
  const area = at("exported-text");
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    if (!document.execCommand("copy")) {
      at("copied").textContent = say("not_copied");
      return;
    }
  }
  at("copied").textContent = say("copied");
}

/** Says which decisions of an earlier visit do not fit this page, and lets the reviewer keep or drop them. */
function showLeftOut() {
  if (!leftOut.length) {
    notice("left-out", null);
    return;
  }
  const box = make("input", { type: "checkbox", id: "left-out-too" });
  const too = make("label", { class: "switch" }, box, ` ${say("left_out_export")}`);
  const discard = button(say("left_out_discard"), discardLeftOut);
  const all = make("ul", {}, ...leftOut.map(leftOutItem));
  const which = make("details", {}, make("summary", {}, say("left_out_which")), all);
  notice("left-out", say("left_out", { number: leftOut.length }), too, discard, which);
}

function leftOutItem({ source, language, decision }) {
  const texts = (decision.texts ?? []).map((text) => foreign("p", null, language, text));
  const verdict = label(`${say(`verdict_${decision.verdict}`)}:`);
  return make("li", {}, verdict, " ", make("span", { dir: "auto" }, source), ...texts);
}

function discardLeftOut() {
  const asked = new Set(leftOut.map((one) => JSON.stringify(one)));
  if (!confirm(say("left_out_sure", { number: asked.size }))) return;
  recall(); // another window may have written meanwhile
  leftOut = leftOut.filter((one) => !asked.has(JSON.stringify(one)));
  write();
  showLeftOut();
}

/** A message above the rows that stays; without text it goes. */
function notice(id, text, ...more) {
  const old = at(`notice-${id}`);
  if (text === null || (old && !more.length && old.textContent === text)) {
    if (text === null) old?.remove();
    return;
  }
  const element = make("div", { class: "notice", id: `notice-${id}`, role: "alert" });
  element.append(make("p", { dir: "auto" }, text), ...more);
  if (old) old.replaceWith(element);
  else at("notices").append(element);
}
