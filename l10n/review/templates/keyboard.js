// Everything can be done with keys. Single letters work while no field has the focus, and can be switched off.

const KEYS = [
  { keys: ["j", "n"], name: "next", act: () => move(1), repeats: true },
  { keys: ["k", "p"], name: "previous", act: () => move(-1), repeats: true },
  { keys: ["u"], name: "undecided", act: () => goUndecided(current) || announce(say("all_decided")) },
  { keys: ["a"], name: "approve", act: approve, entry: true },
  { keys: ["e", "Enter"], name: "edit", act: (entry) => edit(entry), entry: true },
  { keys: ["f"], name: "flag", act: openNote, entry: true },
  { keys: ["1", "2", "3"], name: "hint", act: (entry, key) => useHint(entry, Number(key) - 1), entry: true },
  { keys: ["m"], name: "comment", act: openComment, entry: true },
  { keys: ["="], name: "same", act: takeSame },
  { keys: ["c"], name: "look_up", act: openLookUp },
  { keys: ["t"], name: "propose", act: propose, entry: true, asksEngine: true },
  { keys: ["b"], name: "back", act: translateBack, entry: true, asksEngine: true },
  { keys: ["h"], name: "history", act: openHistory, entry: true },
  { keys: ["z"], name: "undo", act: undoLast },
  { keys: ["y"], name: "redo", act: redo },
  { keys: ["r"], name: "undo_row", act: undoRow, entry: true },
  { keys: ["/"], name: "search", act: () => at("search").select() },
  { keys: ["d"], name: "documents", act: () => DOCUMENTS.length > 1 && openDocuments() },
  { keys: ["s"], name: "export", act: exportPatch },
  { keys: ["?"], name: "help", act: () => at("help").showModal() },
];
const FIELD_KEYS = [
  { keys: ["Ctrl+Enter"], name: "field_approve" },
  { keys: ["Alt+1", "Alt+9"], name: "field_mark" },
  { keys: ["Esc"], name: "field_leave" },
  { keys: ["Enter"], name: "note_send" },
];

let current = null;

/** Without those that need an engine behind the page. */
const keysHere = () => KEYS.filter(({ asksEngine }) => !asksEngine || page.asks_engine);

/** The key as on a Latin keyboard: reviewers have their own language's layout switched on. */
function keyOf(event) {
  if (/^[\x20-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(event.code);
  return letter ? letter[1].toLowerCase() : event.key;
}

/** Where Enter has been pressed and not let go yet. */
let entered = null;

function released({ key }) {
  if (key === "Enter") entered = null;
}

function pressed(event) {
  if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const inside = event.target.matches("input:not([type=checkbox]), textarea, select");
  const taken = held(event, inside) || (inside ? inField(event) : onPage(event));
  if (taken) event.preventDefault();
}

/** A key that is held walks, scrolls and types; it decides nothing a second time. */
function held(event, inside) {
  if (event.key === "Enter") {
    entered ??= event.target;
    if (entered !== event.target) return true; // it has moved the focus and is none of this element's
  }
  if (!event.repeat) return false;
  if (inside) return event.key === "Enter" && (event.ctrlKey || event.metaKey || !event.target.matches("textarea"));
  return event.key === "Enter" || KEYS.some(({ keys, repeats }) => keys.includes(keyOf(event)) && !repeats);
}

/** True if the key did something. */
function onPage(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !at("single-keys").checked) return false;
  const key = keyOf(event);
  const found = keysHere().find(({ keys }) => keys.includes(key));
  // Enter on a button or a link is theirs.
  if (!found || (key === "Enter" && !event.target.matches(".row"))) return false;
  if (!found.entry) found.act();
  else if (current) found.act(current, key);
  else move(1);
  return true;
}

function inField(event) {
  const entry = entryOf(event.target);
  const note = event.target.matches(".note input");
  if (event.key === "Escape") {
    if (note) closeNote(entry);
    else back(entry ?? current);
    return true;
  }
  const digit = /^Digit([1-9])$/.exec(event.code);
  if (digit && event.altKey && !event.ctrlKey && event.target.matches(".row textarea")) {
    insertMark(entry, Number(digit[1]) - 1, Number(event.target.dataset.form));
    return true;
  }
  if (event.key !== "Enter") return false;
  if (note) sendNote(entry);
  else if (event.target.matches("textarea") && (event.ctrlKey || event.metaKey)) approve(entry);
  else if (event.target.matches("#search, #reviewer")) back(isShown(current) ? current : shown[0]);
  else return false;
  return true;
}

/** Out of a field, to the row. */
function back(entry) {
  if (entry) go(entry);
  else at("rows").focus();
}

/** Goes to a row, which then has the focus and the keys. */
function go(entry) {
  place(entry);
  setCurrent(entry);
  entry.element.focus({ preventScroll: true });
  entry.element.scrollIntoView({ block: "nearest" });
}

/** The row that has the keys shows its details. What is pressed stays under the pointer, whatever opens or closes. */
function setCurrent(entry, pressed = entry?.element) {
  if (entry === current) return;
  const last = current;
  const top = pressed?.getBoundingClientRect().top;
  last?.element?.removeAttribute("aria-current");
  current = entry;
  if (entry && elementOf(entry)) openDetails(entry);
  leave(last);
  if (top !== undefined) scrollBy(0, pressed.getBoundingClientRect().top - top);
}

function move(by) {
  const next = isShown(current) ? shown[current.position + by] : shown[0];
  if (next) go(next);
  else announce(say(shown.length ? (by > 0 ? "last_row" : "first_row") : "nothing_shown"));
}

/** The next shown entry that nobody has decided, after this one or else from the top; false if there is none. */
function goUndecided(entry) {
  const start = isShown(entry) ? entry.position + 1 : 0;
  const open = (one) => !decided(one);
  const next = shown.find((one, position) => position >= start && open(one)) ?? shown.find(open);
  if (next) go(next);
  else if (entry) go(entry);
  return Boolean(next);
}

function showKeys() {
  const row = ({ keys, name }) =>
    make(
      "tr",
      {},
      make("td", {}, ...keys.flatMap((key) => [make("kbd", {}, key), " "])),
      make("td", {}, say(`key_${name}`)),
    );
  const table = (caption, keys) => make("table", {}, make("caption", {}, caption), make("tbody", {}, ...keys.map(row)));
  at("help-keys").replaceChildren(table(say("keys_page"), keysHere()), table(say("keys_field"), FIELD_KEYS));
}
