// What a reviewer looks up: words on this page, in memory and glossary, other proposals, an entry's history. Memory,
// glossary and engine are behind a served page alone.

const MOST_FOUND = 30;
const LOOK_UP_LATER = 200;

/** The answer of the server; an error that can be shown if there is none. */
async function inquire(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(say("no_server"));
  });
  const said = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(answer.status === 404 ? say("server_anew") : complaint(answer, said));
  return said;
}

const languagesOf = (entry) => ({ source: page.source_language, language: entry.sheet.language });

/** With what is selected, in a field or on the page. */
function openLookUp() {
  const field = document.activeElement?.matches("textarea") ? document.activeElement : null;
  const selected = field ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection());
  if (selected.trim()) at("look-up-text").value = selected.trim();
  at("look-up").showModal();
  at("look-up-text").select();
  lookUp();
}

/** Page first, at once; memory and glossary when the reviewer has stopped typing. */
function lookUp() {
  const text = at("look-up-text").value.trim();
  const about = current ?? shown[0];
  clearTimeout(lookUp.timer);
  if (!about || text === "") {
    at("look-up-found").replaceChildren();
    return;
  }
  const here = [termsPart(termsHere(text, about)), pagePart(text, about)];
  showFound(here);
  if (page.served) lookUp.timer = setTimeout(() => lookUpThere(text, about, here), LOOK_UP_LATER);
}

async function lookUpThere(text, about, here) {
  let found;
  try {
    const { units, terms } = await inquire("look-up", { text, ...languagesOf(about) });
    found = [termsPart(terms.length ? terms : termsHere(text, about)), here[1], memoryPart(units, about)];
  } catch (error) {
    found = [...here, make("p", {}, say("ask_failed", { reason: reasonOf(error) }))];
  }
  if (at("look-up-text").value.trim() === text) showFound(found);
}

function showFound(parts) {
  const some = parts.filter(Boolean);
  at("look-up-found").replaceChildren(...(some.length ? some : [make("p", { class: "quiet" }, say("look_up_nothing"))]));
}

/** Entries of the same language that have the text. */
function pagePart(text, about) {
  const wanted = folded(text);
  const found = [];
  for (const entry of entries) {
    if (entry.sheet.language !== about.sheet.language || !hayOf(entry).includes(wanted)) continue;
    if (textsOf(entry).some((one) => one.trim())) found.push(entry);
    if (found.length >= MOST_FOUND) break;
  }
  const item = (entry) => foundItem(about, entry.row.source, textsOf(entry), `${sheetName(entry.sheet)} ${entry.row.number}, ${entry.row.state}`);
  return foundPart(say("look_up_page"), found.map(item));
}

function memoryPart(units, about) {
  const item = ({ source, text, score, origin }) => foundItem(about, source, [text], `${say("hint_score", { score })}, ${origin}`);
  return foundPart(say("look_up_memory"), units.map(item));
}

/** The terms of the page's sources that have the text, or that the text has. */
function termsHere(text, about) {
  const wanted = folded(text);
  const all = new Map();
  for (const { row, sheet } of entries) {
    if (sheet.language === about.sheet.language) for (const term of row.terms) all.set(term.term, term);
  }
  const fits = (word) => folded(word).includes(wanted) || wanted.includes(folded(word));
  return [...all.values()].filter(({ term, words: own }) => [term, ...own].some(fits)).slice(0, MOST_FOUND);
}

function termsPart(terms) {
  const item = ({ term, words: own, forbidden, note }) =>
    make(
      "li",
      { class: "found" },
      foreign("span", null, page.source_language, term),
      " → ",
      foreign("strong", null, (current ?? shown[0]).sheet.language, own.join(", ") || "–"),
      forbidden.length ? make("span", { class: "quiet" }, ` ${say("term_forbidden", { words: forbidden.join(", ") })}`) : null,
      note ? make("span", { class: "quiet", dir: "auto" }, ` ${note}`) : null,
    );
  return foundPart(say("look_up_terms"), terms.map(item));
}

const foundPart = (title, items) => (items.length ? make("section", {}, make("h3", {}, title), make("ul", { "aria-label": title }, ...items)) : null);

function foundItem(about, source, texts, from) {
  const put = () => {
    at("look-up").close();
    insert(about, texts[0]);
  };
  return make(
    "li",
    { class: "found" },
    foreign("p", null, page.source_language, source),
    ...texts.map((text) => foreign("p", null, about.sheet.language, text)),
    make("p", { class: "quiet" }, make("span", { dir: "auto" }, from), " ", button(say("look_up_put"), put)),
  );
}

/** Asks about an entry, and shows the answer in its row as long as the row stands. */
async function askAbout(entry, address, body, shownAs) {
  place(entry);
  const box = entry.element.querySelector(".asked");
  box.hidden = false;
  box.replaceChildren(make("p", { class: "quiet" }, say("asking")));
  try {
    box.replaceChildren(...shownAs(await inquire(address, body)));
  } catch (error) {
    box.replaceChildren(make("p", {}, say("ask_failed", { reason: reasonOf(error) })));
  }
}

function propose(entry) {
  const { row, sheet } = entry;
  const pivot = row.pivot && !row.pivot.old ? row.pivot.text : "";
  return askAbout(entry, "propose", { text: row.source, pivot, ...languagesOf(entry) }, ({ engine, texts }) => {
    const own = folded(textsOf(entry)[formOf(entry)] ?? "");
    const others = texts.filter((text) => folded(text) !== own);
    if (!others.length) return [make("p", { class: "quiet" }, say("proposed_none"))];
    const use = (text) => button(say("use_hint"), () => replaceText(entry, formOf(entry), text));
    const item = (text) => make("li", { class: "hint" }, make("span"), foreign("p", "text", sheet.language, text), use(text));
    return [label(say("proposed", { engine })), make("ul", { "aria-label": say("propose") }, ...others.map(item))];
  });
}

function translateBack(entry) {
  const text = textsOf(entry)[formOf(entry)] ?? "";
  if (text.trim() === "") {
    announce(say("empty"));
    return null;
  }
  return askAbout(entry, "back", { text, ...languagesOf(entry) }, (answer) => [
    label(say("translated_back")),
    foreign("p", "text", page.source_language, answer.text),
  ]);
}

/** What the page knows of the entry; a served one asks git and the desk, too. */
async function openHistory(entry) {
  at("history-title").textContent = say("history_title", { entry: entry.row.number });
  showEvents(entry, []);
  at("history").showModal();
  if (!page.served) return;
  try {
    const { events } = await inquire("history", { catalogue: entry.sheet.path, key: entry.row.key });
    showEvents(entry, events);
  } catch (error) {
    announce(say("ask_failed", { reason: reasonOf(error) }));
  }
}

function showEvents(entry, events) {
  const { row, sheet } = entry;
  const signed = row.signed.map((by) => say("signed", { by }));
  const back = row.rejections.map((said) => `${say("rejection")} ${said}`);
  const drafted = row.origin ? [say("history_drafted", { origin: row.origin })] : [];
  const known = [...signed.reverse(), ...back.reverse(), ...drafted].map((text) => make("li", { dir: "auto" }, text));
  const item = ({ when, who, what, texts }) =>
    make(
      "li",
      {},
      make("p", { class: "quiet", dir: "auto" }, `${when.slice(0, 16).replace("T", " ")} ${who}: ${what}`),
      ...texts.map((text) => foreign("p", null, sheet.language, text)),
    );
  const all = [...events.map(item), ...known];
  at("history-events").replaceChildren(...(all.length ? all : [make("li", {}, say("history_none"))]));
}
