// Marks and tags of a text: chips in the source, marked in the field, and put there where one is missing.

/** How many marks have a key of their own. */
const MARK_KEYS = 9;
/** So many missing ones are offered at most. */
const MOST_MISSING = 30;
const finders = new WeakMap();

/** What stands for a mark in a translation: itself; a link may lead elsewhere, and a picture be described anew. */
function shapeOf(text) {
  const literal = (part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  if (text.startsWith("](")) return String.raw`\]\([^()\n]*\)`;
  if (text.startsWith("![")) return String.raw`!\[[^[\]\n]*\][([][^()[\]\n]*[)\]]`;
  return literal(text);
}

const shapesOf = (mark) => [mark.text, mark.close].filter(Boolean).map(shapeOf);

/** An expression with a group for each shape, the longest before those that it begins with; null without marks. */
function finderOf(row) {
  if (!finders.has(row)) {
    const shapes = [...new Set(row.marks.flatMap(shapesOf))].sort((a, b) => b.length - a.length);
    finders.set(row, shapes.length ? { shapes, pattern: shapes.map((shape) => `(${shape})`).join("|") } : null);
  }
  return finders.get(row);
}

/** The marks of the source that a text has: [{start, end, shape}]. */
function marksIn(row, text) {
  const finder = finderOf(row);
  if (!finder) return [];
  return [...text.matchAll(new RegExp(finder.pattern, "g"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    shape: finder.shapes[match.slice(1).findIndex((group) => group !== undefined)],
  }));
}

/** The marks of the source that the text lacks, with their numbers on the page. */
function missingMarks(row, text) {
  const left = new Map();
  for (const { shape } of marksIn(row, text)) left.set(shape, (left.get(shape) ?? 0) + 1);
  return row.marks.flatMap((mark, index) => {
    const shapes = shapesOf(mark);
    const needed = (shape) => shapes.filter((other) => other === shape).length;
    if (shapes.some((shape) => (left.get(shape) ?? 0) < needed(shape))) return [{ mark, index }];
    for (const shape of shapes) left.set(shape, left.get(shape) - 1);
    return [];
  });
}

/** A text as readers see it. */
function withoutMarks(row, text) {
  const finder = finderOf(row);
  return finder ? text.replace(new RegExp(finder.pattern, "g"), "") : text;
}

/** The chips of the source. */
function sourceMarks(row) {
  return row.marks.flatMap((mark) => [mark.span, mark.end_span].map((span) => spanOf(span, { chip: mark })));
}

const fieldMarks = (row, text) => marksIn(row, text).map(({ start, end }) => ({ start, end, chip: { note: "" } }));

/** What a mark is called on its button. */
function nameOf({ text, close }) {
  const short = beginning(text, 40) + (text.length > 40 ? "…" : "");
  return close ? `${short}…${beginning(close, 20)}` : short;
}

/** Buttons for what is missing, below the field. */
function refreshMarks(entry, form, text) {
  const box = entry.fields[form].missing;
  const missing = text.trim() ? missingMarks(entry.row, text).slice(0, MOST_MISSING) : [];
  box.hidden = missing.length === 0;
  box.replaceChildren(label(say("marks_missing")), ...missing.map(({ mark, index }) => markButton(entry, form, mark, index)));
}

function markButton(entry, form, mark, index) {
  const element = button(nameOf(mark), () => insertMark(entry, index, form), { class: "chip", title: mark.note || null });
  if (index < MARK_KEYS) element.append(" ", make("kbd", { "aria-hidden": "true" }, `Alt+${index + 1}`));
  return element;
}

/** Puts a mark where the caret is, a pair around what is selected; the caret is within it then. */
function insertMark(entry, index, form = formOf(entry)) {
  const mark = entry.row.marks[index];
  if (!mark) {
    announce(say("no_mark", { number: index + 1 }));
    return;
  }
  const { area } = entry.fields[form];
  const end = area.value.length;
  const [from, to] = entry.lastForm === form ? [area.selectionStart, area.selectionEnd] : [end, end];
  const inside = area.value.slice(from, to);
  replaceText(entry, form, area.value.slice(0, from) + mark.text + inside + mark.close + area.value.slice(to));
  area.focus();
  const caret = from + mark.text.length + inside.length + (inside ? mark.close.length : 0);
  area.setSelectionRange(caret, caret);
  announce(say("said_mark", { mark: nameOf(mark) }));
}
