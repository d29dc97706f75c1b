// Puts the page together.

const REVIEWER = "l10n:reviewer";
const THEME = "l10n:theme";
const SINGLE_KEYS = "l10n:single-keys";

function showSettings() {
  at("made").textContent = say("made", { made: page.made.slice(0, 16).replace("T", " "), tool: page.tool });
  at("reviewer").value = stored(REVIEWER, "session") ?? stored(REVIEWER) ?? page.reviewer;
  at("theme").value = ["light", "dark"].includes(stored(THEME)) ? stored(THEME) : "";
  at("single-keys").checked = stored(SINGLE_KEYS) !== "off";
  showTheme();
}

function showTheme() {
  document.documentElement.dataset.theme = at("theme").value;
}

/** What this page could not show, each by itself. */
function showProblems() {
  (page.problems ?? []).forEach((text, index) => notice(`problem-${index}`, text));
}

/** What an earlier visit could not save waits for the reviewer to try again. */
function rememberUnsaved() {
  for (const entry of withDecision()) if (!entry.decision.saved) entry.failed = say("not_sent");
}

function listen() {
  at("reviewer").addEventListener("input", () => {
    storing(REVIEWER, at("reviewer").value.trim());
    storing(REVIEWER, at("reviewer").value.trim(), "session");
    showMissingName(false);
    countAnew(); // nobody signs the same text twice
    showProgress();
  });
  at("theme").addEventListener("change", () => {
    storing(THEME, at("theme").value);
    showTheme();
  });
  at("single-keys").addEventListener("change", () => storing(SINGLE_KEYS, at("single-keys").checked ? "on" : "off"));
  at("language").addEventListener("change", choose);
  at("open-documents").addEventListener("click", openDocuments);
  at("everywhere").addEventListener("change", filter);
  for (const id of ["state", "check", "decision", "order"]) at(id).addEventListener("change", filter);
  at("search").addEventListener("input", filter);
  at("export").addEventListener("click", exportPatch);
  at("undo").addEventListener("click", undoLast);
  at("offer-yes").addEventListener("click", takeSame);
  at("offer-no").addEventListener("click", declineSame);
  at("look-up-text").addEventListener("input", lookUp);
  at("copy").addEventListener("click", copyPatch);
  at("open-help").addEventListener("click", () => at("help").showModal());
  for (const close of document.querySelectorAll("[data-close]")) {
    close.addEventListener("click", () => close.closest("dialog").close());
  }
  document.addEventListener("keydown", pressed);
  document.addEventListener("keyup", released);
  listenToRows();
  listenToWindow();
}

/** One listener for all rows. */
function listenToRows() {
  const rows = at("rows");
  rows.addEventListener("input", ({ target }) => target.matches("textarea") && typed(entryOf(target)));
  rows.addEventListener("focusin", ({ target }) => {
    const entry = entryOf(target);
    if (!entry) return;
    setCurrent(entry, target);
    if (target.matches("textarea")) entry.lastForm = Number(target.dataset.form);
  });
  rows.addEventListener("focusout", ({ target, relatedTarget }) => {
    const entry = entryOf(target);
    if (target.matches("textarea")) closeStep();
    // What was typed is saved when the row is left: a button of the row may be about to do more with it.
    if (entry && !rebuilding && !entry.element?.contains(relatedTarget) && entry.asked !== entry.decision) save(entry);
  });
}

function listenToWindow() {
  addEventListener("blur", () => released({ key: "Enter" })); // it is let go elsewhere
  addEventListener("pagehide", keep);
  addEventListener("beforeprint", () => printing(true));
  addEventListener("afterprint", () => printing(false));
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  addEventListener("beforeunload", (event) => {
    if (pending().length) event.preventDefault();
  });
  addEventListener("storage", ({ key }) => {
    if (key !== KEPT) return;
    recall();
    showLeftOut();
    showProgress();
  });
  // What is scrolled to must not lie under the header.
  new ResizeObserver(([{ target }]) => {
    const sticks = getComputedStyle(target).position === "sticky";
    document.documentElement.style.setProperty("--top", `${sticks ? target.offsetHeight : 0}px`);
  }).observe(document.querySelector(".top"));
}

showSettings();
showProblems();
showKeys();
if (matchMedia("(max-width: 600px)").matches) at("filters").open = false;
recall();
if (page.served) rememberUnsaved();
showFilters();
listen();
filter();
showLeftOut();
warm();
