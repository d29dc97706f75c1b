// Which entries are shown, in which order, and how far the work is.

/** Entries in the order of the page; what the keys walk through. */
let shown = [];

const DECISIONS = {
  "": () => true,
  undecided: (entry) => !decided(entry),
  decided,
  approve: ({ decision }) => decision?.verdict === "approve",
  edit: ({ decision }) => decision?.verdict === "edit",
  reject: ({ decision }) => decision?.verdict === "reject",
  unsaved: ({ decision, refused }) => Boolean(refused) || (decision !== null && !decision.saved),
};

/** Entries of the chosen language. */
function chosen() {
  const sheet = at("sheet").value;
  return sheet === "" ? entries : entries.filter(({ row }) => String(row.sheet) === sheet);
}

/** Asks the filters anew. Nothing vanishes while you work: deciding or typing alone does not call this. */
function filter() {
  shown = chosen().filter(({ row }) => fitsState(row) && fitsCheck(row)).filter(fitsDecision()).filter(fitsSearch());
  if (at("order").value === "risk") shown.sort((a, b) => (b.row.risk ?? -1) - (a.row.risk ?? -1) || a.index - b.index);
  if (current && !shown.includes(current)) setCurrent(null); // no key may do something to what nobody sees
  at("rows").replaceChildren(...shown.map(elementOf));
  at("nothing").hidden = shown.length > 0;
  at("shown").textContent = say("shown", { shown: shown.length, all: chosen().length });
  document.body.classList.toggle("with-pivot", shown.some(hasPivot));
  document.body.classList.toggle("one-sheet", at("sheet").value !== "");
  showHeads();
  showProgress();
}

const fitsState = (row) => ["", row.state].includes(at("state").value);

function fitsCheck(row) {
  const check = at("check").value;
  return check === "" || row.problems.some((problem) => check === "any" || check === `=${problem.check}`);
}

function fitsDecision() {
  return DECISIONS[at("decision").value];
}

function fitsSearch() {
  const wanted = folded(at("search").value.trim());
  if (!wanted) return () => true;
  const said = (row, text) => folded(text).includes(wanted) || folded(withoutMarks(row, text)).includes(wanted);
  return (entry) => [entry.row.source, ...textsOf(entry)].some((text) => said(entry.row, text));
}

const hasPivot = ({ row, sheet }) => row.pivot !== null && !/^en\b/i.test(sheet.language);

/** Fills the selects with what there is, and how much of it. */
function showFilters() {
  const inSheet = (index) => count(({ row }) => row.sheet === index);
  const sheets = page.sheets.map((sheet, index) => [String(index), sheetName(sheet), inSheet(index)]);
  if (sheets.length > 1) sheets.push(["", say("all_sheets"), entries.length]);
  options("sheet", sheets);
  at("sheet-label").hidden = sheets.length < 2;
  showRowFilters();
  const decisions = Object.keys(DECISIONS).filter((name) => name !== "unsaved" || page.served);
  options("decision", decisions.map((name) => [name, say(name ? `decision_${name}` : "all_decisions")]));
}

/** Those that depend on the language chosen. */
function showRowFilters() {
  const here = chosen();
  const states = [...new Set(here.map(({ row }) => row.state))];
  const inState = (state) => count(({ row }) => row.state === state, here);
  options("state", [["", say("all_states")], ...states.map((state) => [state, state, inState(state)])]);
  const found = [...new Set(here.flatMap(({ row }) => row.problems.map(({ check }) => check)))].sort();
  const faulty = (check) => count(({ row }) => row.problems.some((problem) => problem.check === check), here);
  const any = ["any", say("any_check"), count(({ row }) => row.problems.length > 0, here)];
  // A check's name gets a sign in front, so that none can be taken for "any".
  options("check", [["", say("all_checks")], any, ...found.map((check) => [`=${check}`, check, faulty(check)])]);
}

const count = (test, among = entries) => among.filter(test).length;

/** A select's options: [value, text, how many]; the choice stays if it is still there. */
function options(id, list) {
  const select = at(id);
  const before = select.options.length ? select.value : null;
  const counted = (text, number) => (number === undefined ? text : `${text} (${number})`);
  select.replaceChildren(...list.map(([value, text, number]) => make("option", { value }, counted(text, number))));
  if (list.some(([value]) => value === before)) select.value = before;
}

/** The language, and the document if there are several. */
function sheetName(sheet) {
  const several = page.sheets.some((other) => other.document !== sheet.document);
  return several ? `${sheet.name}: ${sheet.document}` : sheet.name;
}

function showProgress() {
  const here = chosen();
  const verdict = (name) => count(({ decision }) => decision?.verdict === name, here);
  const figures = {
    decided: count(decided, here),
    all: here.length,
    approved: verdict("approve"),
    edited: verdict("edit"),
    flagged: verdict("reject"),
  };
  const text = say("progress_words", figures);
  at("progress-words").textContent = text;
  const bar = at("progress");
  bar.setAttribute("aria-valuemax", figures.all);
  bar.setAttribute("aria-valuenow", figures.decided);
  bar.setAttribute("aria-valuetext", text);
  bar.firstElementChild.style.width = `${figures.all ? (100 * figures.decided) / figures.all : 0}%`;
  at("export-count").textContent = toExport().length;
  at("undo").disabled = steps.length === 0;
  showUnsaved();
}

/** What stands above the columns; the same is said again at each field for those who do not see them. */
function showHeads() {
  const only = page.sheets[at("sheet").value];
  const translation = only ? say("head_translation_in", { language: only.name }) : say("head_translation");
  const heads = [say("head_entry"), languageName(page.source_language), say("head_pivot"), translation];
  at("heads").replaceChildren(...heads.map((text) => make("span", {}, text)));
}
