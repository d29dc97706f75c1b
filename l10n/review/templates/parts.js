// The parts of a row that say what is known about it: findings, hints, terms, what changed, what people wrote.

const SEVERITIES = { error: "✕", warning: "!", info: "i" };
const LOW_RISK = 0.15;
const HIGH_RISK = 0.5;

/** A list, if there is anything to put into it. */
function list(className, name, items) {
  return items.length ? make("ul", { class: className, "aria-label": name }, ...items) : null;
}

/** The pieces of a text, those under a span as marks. */
function marked(text, spans) {
  return pieces(text, spans).map((piece) => {
    const problem = piece.marks.find(({ problem }) => problem)?.problem;
    const term = piece.marks.find(({ term }) => term)?.term;
    if (problem) return make("mark", { class: severityClass(problem) }, piece.text);
    if (term) return make("span", { class: term.found ? "term" : "term missing" }, piece.text);
    const chip = piece.marks.find(({ chip }) => chip)?.chip;
    if (chip) return make("span", { class: "chip", title: chip.note || null }, piece.text);
    return document.createTextNode(piece.text);
  });
}

const spanOf = ([start, end], found) => ({ start, end, ...found });

function sourceSpans(row) {
  const problems = row.problems.map((problem) => spanOf(problem.source_span, { problem }));
  return [...problems, ...row.terms.map((term) => spanOf(term.span, { term })), ...sourceMarks(row)];
}

const formSpans = (row, form) =>
  row.problems.filter((problem) => problem.form === form).map((problem) => spanOf(problem.span, { problem }));

const severityClass = ({ severity }) => (severity in SEVERITIES ? severity : "info");

/** Two texts as one, with what is gone and what is new. */
function compared(before, after) {
  const tags = { same: "span", gone: "del", new: "ins" };
  return difference(before, after).map(({ text, kind }) => make(tags[kind], {}, text));
}

/** What a row has to say when it is opened, in as few signs as possible. */
function signsOf(row) {
  const sign = (className, text, said) =>
    make("span", { class: `sign of-${className}`, title: said }, make("span", { "aria-hidden": "true" }, text), make("span", { class: "unseen" }, said));
  const severities = Object.keys(SEVERITIES).map((severity) => {
    const number = row.problems.filter((problem) => severityClass(problem) === severity).length;
    return number ? sign(severity, `${SEVERITIES[severity]}${number}`, say(`sign_${severity}`, { number })) : null;
  });
  const others = { rejections: "↩", comments: "✎", memory: "≈" };
  const more = Object.entries(others).map(([name, text]) => (row[name].length ? sign(name, text, say(`sign_${name}`)) : null));
  return [...severities, ...more].filter(Boolean);
}

function problemItem(entry, index) {
  const { row, sheet } = entry;
  const problem = row.problems[index];
  const name = severityClass(problem);
  const sign = make("span", { "aria-hidden": "true" }, SEVERITIES[name]);
  const part = (row.texts[problem.form] ?? "").slice(...problem.span);
  return make(
    "li",
    { class: `finding ${name}`, "data-form": problem.form, "data-problem": index },
    make("span", { class: "severity" }, sign, " ", problem.severity),
    make("span", { class: "message", dir: "auto" }, problem.message),
    part ? partOf(part, sheet.language) : null,
    make("span", { class: "check" }, problem.check),
    problem.fix === null ? null : fixButton(entry, problem),
  );
}

/** The marked part again: unseen as long as the field marks it, then as what stood there before. */
function partOf(text, language) {
  const before = make("span", { class: "before" }, say("text_before"), " ");
  return make("span", { class: "part" }, before, foreign("q", null, language, text));
}

/** Shows what it does, with spaces that can be seen. */
function fixButton(entry, problem) {
  const seen = (text) => text.replaceAll(" ", "␣").replaceAll("\u00a0", "⍽").replaceAll("\n", "⏎");
  const pair = swap(entry.row.texts[problem.form] ?? "", problem.fix);
  const [gone, added] = pair.map((text) => (text.trim() ? text : seen(text)));
  const element = button(`${say("use_fix")} `, () => useFix(entry, problem), { class: "fix" });
  const parts = [gone && make("del", {}, gone), gone && added && " → ", added && make("ins", {}, added)];
  element.append(make("span", { lang: entry.sheet.language, class: "swap", dir: "auto" }, ...parts.filter(Boolean)));
  return element;
}

function hintItem(entry, hint, index) {
  const { row, sheet } = entry;
  const same = hint.source === row.source;
  return make(
    "li",
    { class: "hint" },
    make("span", { class: "score" }, hint.score > 100 ? say("hint_in_place") : say("hint_score", hint)),
    foreign("p", "text", sheet.language, hint.text),
    useButton(entry, index),
    make(
      "p",
      { class: "quiet" },
      make("span", { dir: "auto" }, hint.origin),
      same ? null : ": ",
      same ? null : foreign("span", null, page.source_language, ...compared(hint.source, row.source)),
    ),
  );
}

function useButton(entry, index) {
  const name = say("use_hint_of", { number: index + 1, entry: entry.row.number });
  const element = button(say("use_hint"), () => useHint(entry, index), { "aria-label": name });
  if (index < HINT_KEYS) element.append(" ", make("kbd", { "aria-hidden": "true" }, String(index + 1)));
  return element;
}

function termItem(entry, term) {
  const attributes = { lang: entry.sheet.language, dir: entry.sheet.direction, title: say("insert_term"), class: "word" };
  const word = (text) => button(text, () => insert(entry, text), attributes);
  const forbidden = term.forbidden.join(", ");
  return make(
    "li",
    { class: term.found ? "term-hint" : "term-hint missing" },
    foreign("span", null, page.source_language, term.term),
    term.words.length ? make("span", { "aria-hidden": "true" }, "→") : null,
    ...term.words.map(word),
    term.found ? null : make("strong", {}, say("term_missing")),
    forbidden ? make("span", { class: "quiet" }, say("term_forbidden", { words: forbidden })) : null,
    term.note ? make("span", { class: "quiet", dir: "auto" }, term.note) : null,
  );
}

/** What an outdated text is a translation of, and how that became the source of today. */
function previousPart({ row }) {
  if (!row.previous) return null;
  const texts = foreign("span", null, page.source_language, ...compared(row.previous, row.source));
  return make("p", { class: "previous more" }, label(say("previous")), " ", texts);
}

/** What people wrote, each with a word for what it is. */
function saying(className, what, texts) {
  const item = (text) => make("li", {}, label(what), " ", make("span", { dir: "auto" }, text));
  return list(className, what, texts.map(item));
}

/** A number, a word and a bar, so that nobody has to tell colours apart. */
function riskPart({ row, sheet }) {
  if (row.risk === null) return null;
  const word = row.risk < LOW_RISK ? "low" : row.risk > HIGH_RISK ? "high" : "ordinary";
  const bar = make("span", { class: "gauge", "aria-hidden": "true" }, make("span"));
  bar.firstElementChild.style.width = `${100 * Math.min(Math.max(row.risk, 0), 1)}%`;
  const text = say("risk", { risk: row.risk.toFixed(2), word: say(`risk_${word}`) });
  const doubt = sheet.calibrated ? "" : ` (${say("not_calibrated")})`;
  const brief = make("span", { class: "brief", "aria-hidden": "true" }, row.risk.toFixed(2));
  return make("span", { class: `risk ${word}` }, bar, brief, make("span", { class: "full" }, text + doubt));
}
