// Which entries are shown, and in which order.

/** Entries in the order of the page; what the keys walk through. */
let shown = [];

const DECISIONS = {
  "": null,
  undecided: (entry) => !decided(entry),
  decided,
  approve: ({ decision }) => decision?.verdict === "approve",
  edit: ({ decision }) => decision?.verdict === "edit",
  reject: ({ decision }) => decision?.verdict === "reject",
  comment: ({ decision }) => commentOf(decision) !== "",
  unsaved: ({ decision, refused }) => Boolean(refused) || (decision !== null && !decision.saved),
};

/** How grave the findings of an entry are: 0 for errors, 3 for none. */
const gravity = ({ row }) => Math.min(3, ...row.problems.map(({ severity }) => Object.keys(SEVERITIES).indexOf(severity)));

const ORDERS = {
  findings: (entry) => gravity(entry),
  risk: ({ row }) => -(row.risk ?? -1),
};

/** Asks the filters anew. Nothing vanishes while you work: deciding or typing alone does not call this. */
function filter() {
  const among = wantedEverywhere() ? entries : chosen();
  shown = [fitsState(), fitsCheck(), fitsDecision(), fitsSearch()].reduce((left, fits) => (fits ? left.filter(fits) : left), among);
  order();
  shown.forEach((entry, position) => {
    entry.position = position;
  });
  if (current && !isShown(current)) setCurrent(null); // no key may do something to what nobody sees
  document.body.classList.toggle("with-pivot", shown.some(hasPivot));
  document.body.classList.toggle("one-sheet", shown.every(({ sheet }) => sheet === shown[0].sheet));
  layRows();
  at("nothing").hidden = shown.length > 0;
  at("nothing").textContent = say(entries.length ? "nothing_shown" : "nothing_there");
  at("shown").textContent = say("shown", { shown: shown.length, all: among.length });
  showHeads();
  showProgress();
}

/** Stable: of equal ones the first comes first. */
function order() {
  const rank = ORDERS[at("order").value];
  if (!rank) return;
  const ranks = new Map(shown.map((entry) => [entry, rank(entry)]));
  shown = shown.toSorted((a, b) => ranks.get(a) - ranks.get(b)); // not in place: they may be all the entries
}

// Each is a question to an entry, or null if nothing is asked.

function fitsState() {
  const state = at("state").value;
  return state ? ({ row }) => row.state === state : null;
}

function fitsCheck() {
  const check = at("check").value;
  const fits = (problem) => check === "any" || check === `=${problem.check}`;
  return check ? ({ row }) => row.problems.some(fits) : null;
}

const fitsDecision = () => DECISIONS[at("decision").value];

const wanted = () => folded(at("search").value.trim());

/** The search is to look into every document and language of the page. */
const wantedEverywhere = () => at("everywhere").checked && wanted() !== "";

function fitsSearch() {
  const text = wanted();
  return text ? (entry) => hayOf(entry).includes(text) : null;
}

/** What search looks into: source and translation with their marks and without. */
function hayOf(entry) {
  const texts = textsOf(entry);
  if (entry.hay?.texts !== texts) {
    const { row } = entry;
    const all = [row.source, ...(row.plural === null ? [] : [row.plural]), ...texts];
    const bare = row.marks.length ? all.map((text) => withoutMarks(row, text)) : [];
    entry.hay = { texts, text: folded([...all, ...bare].join("\0")) };
  }
  return entry.hay.text;
}

/** Readies what search and approvals look into while nothing else is to do: the first is as quick as the others. */
function warm(index = 0) {
  const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(() => run({ timeRemaining: () => 5 }), 50));
  later((idle) => {
    let next = index;
    for (; next < entries.length && idle.timeRemaining() > 1; next += 1) {
      hayOf(entries[next]);
      group(next + 1);
    }
    if (next < entries.length) warm(next);
  });
}

const hasPivot = ({ row, sheet }) => row.pivot !== null && !/^en\b/i.test(sheet.language);

/** Fills the selects with what there is, and how much of it. */
function showFilters() {
  showLanguages();
  showRowFilters();
  const decisions = Object.keys(DECISIONS).filter((name) => name !== "unsaved" || page.served);
  options("decision", decisions.map((name) => [name, say(name ? `decision_${name}` : "all_decisions")]));
  at("everywhere-label").hidden = page.sheets.length < 2;
}

/** Those that depend on the documents and the language chosen. */
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

/** What stands above the columns; the same is said again at each field for those who do not see them. */
function showHeads() {
  const only = shownLanguage();
  const translation = only ? say("head_translation_in", { language: only.name }) : say("head_translation");
  const heads = [say("head_entry"), languageName(page.source_language), say("head_pivot"), translation];
  at("heads").replaceChildren(...heads.map((text) => make("span", {}, text)));
}
