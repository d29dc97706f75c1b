// Which documents and which language are shown: a select, and a tree of folders with how much is left in each.

const DOCUMENTS = [...new Set(page.sheets.map(({ document: name }) => name))];
/** A document, a folder with `/` at its end, or "" for all. */
let chosenDocument = "";

const isChosen = ({ document: name }) => isWithin(name, chosenDocument);
const isWithin = (name, part) => part === "" || name === part || (part.endsWith("/") && name.startsWith(part));

/** Entries of the chosen documents and language. */
function chosen() {
  const language = at("language").value;
  const sheets = page.sheets.map((sheet) => isChosen(sheet) && (language === "" || sheet.language === language));
  return sheets.every(Boolean) ? entries : entries.filter(({ row }) => sheets[row.sheet]);
}

/** Something else has been chosen. */
function choose() {
  showLanguages();
  countAnew();
  showRowFilters();
  filter();
}

function showLanguages() {
  const names = new Map(page.sheets.map((sheet) => [sheet.language, sheet.name]));
  const counts = new Map();
  for (const { sheet } of entries.filter(({ sheet }) => isChosen(sheet))) {
    counts.set(sheet.language, (counts.get(sheet.language) ?? 0) + 1);
  }
  const all = [...names].map(([code, name]) => [code, name, counts.get(code) ?? 0]);
  if (all.length > 1) all.push(["", say("all_sheets"), all.reduce((sum, [, , number]) => sum + number, 0)]);
  options("language", all);
  at("language-label").hidden = all.length < 2;
  at("open-documents").hidden = DOCUMENTS.length < 2;
  at("document").textContent = chosenDocument || say("all_documents");
}

/** A sheet of the language that alone is shown. */
function shownLanguage() {
  const codes = new Set(page.sheets.map(({ language }) => language));
  const code = at("language").value || (codes.size === 1 ? [...codes][0] : "");
  return page.sheets.find(({ language }) => language === code);
}

/** The language, and the document if there are several. */
const sheetName = (sheet) => (DOCUMENTS.length > 1 ? `${sheet.name}: ${sheet.document}` : sheet.name);

/** The tree of documents, with what is left in the chosen language. */
function openDocuments() {
  const counts = leftIn();
  const inside = new Map();
  for (const name of [...counts.keys()].sort()) {
    if (name === "") continue;
    const parent = parentOf(name);
    if (!inside.has(parent)) inside.set(parent, []);
    inside.get(parent).push(name);
  }
  at("tree").replaceChildren(treePart("", say("all_documents"), counts, inside));
  at("documents").showModal();
  at("tree").querySelector("[aria-current]")?.focus();
}

/** How many entries of each document, folder and all are undecided: [left, all] by name. */
function leftIn() {
  const language = at("language").value;
  const counts = new Map();
  for (const entry of entries) {
    if (language !== "" && entry.sheet.language !== language) continue;
    for (const name of namesOf(entry.sheet)) {
      const count = counts.get(name) ?? [0, 0];
      counts.set(name, [count[0] + (decided(entry) ? 0 : 1), count[1] + 1]);
    }
  }
  return counts;
}

/** A document, and all that it lies in: `a/b.md`, `a/` and "". */
const namesOf = (sheet) => (sheet.names ??= [sheet.document, ...foldersOf(sheet.document), ""]);
const MOST_FOLDERS = 20;

function foldersOf(name) {
  const parts = name.split("/").slice(0, -1).slice(0, MOST_FOLDERS);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}

/** A folder as a list of what lies in it; the first line stands for all of it. */
function treePart(folder, name, counts, inside) {
  const items = (inside.get(folder) ?? []).map((one) => {
    const short = one.slice(folder.length);
    return make("li", {}, one.endsWith("/") ? folderPart(one, short, counts, inside) : choiceOf(one, short, counts));
  });
  return make("ul", { class: "tree", "aria-label": name }, make("li", {}, choiceOf(folder, name, counts)), ...items);
}

/** The folder that a document or folder lies in. */
const parentOf = (name) => foldersOf(name).filter((one) => one !== name).at(-1) ?? "";

function folderPart(folder, name, counts, inside) {
  const tree = treePart(folder, say("all_in_folder", { folder: name }), counts, inside);
  return make("details", { open: isWithin(chosenDocument, folder) }, make("summary", {}, name), tree);
}

function choiceOf(name, text, counts) {
  const [left, all] = counts.get(name) ?? [0, 0];
  const current = name === chosenDocument ? "true" : null;
  const element = button(text, () => chooseDocument(name), { class: "choice", "aria-current": current });
  element.append(make("span", { class: "quiet" }, ` ${say("left_of", { left, all })}`));
  return element;
}

function chooseDocument(name) {
  chosenDocument = name;
  at("documents").close();
  choose();
  announce(say("said_chosen", { document: name || say("all_documents"), shown: shown.length }));
}
