// What speaks against an approval is said at the first press; only a second one signs all the same.

/** What the decision was confirmed against; decisions of older pages say nothing about that. */
const despiteOf = (decision) => decision?.despite ?? [];

/** What a question is about: of another row or text it has to be asked anew. */
const subject = (entry) => JSON.stringify([entry.row.old, textsOf(entry)]);

/** The question is in sight, and an approval is the answer to it. */
const warned = (entry) => entry.warned === subject(entry);

/** The server has refused to sign just this. */
const isTold = (entry) => Boolean(entry.refused?.doubts.length) && entry.refused.about === subject(entry);

/** [{name, text}]: the source has changed since; errors of texts that stand as they were checked; the server's. */
function doubtsOf(entry) {
  const { row, refused } = entry;
  if (isSigned(entry) && !edited(entry)) return [];
  const texts = textsOf(entry);
  const errors = row.problems.filter(
    ({ severity, form }) => severity === "error" && (texts[form] ?? "") === (row.texts[form] ?? ""),
  );
  const found = new Map(errors.map((problem) => [problem.check, say("doubt_error", problem)]));
  if (page.stale.includes(row.state)) found.set("outdated", say("doubt_outdated"));
  if (isTold(entry)) for (const name of refused.doubts) found.set(name, refused.reason);
  return [...found].map(([name, text]) => ({ name, text }));
}

/** Nothing speaks against an approval, or the reviewer has been told and confirms it. */
function sure(entry) {
  const confirmed = entry.decision?.verdict === "approve" ? despiteOf(entry.decision) : [];
  return warned(entry) || doubtsOf(entry).every(({ name }) => confirmed.includes(name));
}

/** Says what speaks against it; the focus stays, so that the same key or button again signs. */
function askAgain(entry) {
  entry.warned = subject(entry);
  refresh(entry);
  elementOf(entry).querySelector(".doubts").scrollIntoView({ block: "nearest" });
  announce(`${say("entry", { entry: entry.row.number })}: ${question(entry)}`);
}

function question(entry) {
  const texts = new Set(doubtsOf(entry).map(({ text }) => text));
  return say("doubts", { doubts: [...texts].join("; ") });
}

/** The question stays in sight until it is answered or the text is another; the server's stands where conflicts do. */
function showDoubts(entry) {
  const box = entry.element.querySelector(".doubts");
  box.hidden = !warned(entry) || isTold(entry);
  box.textContent = box.hidden ? "" : question(entry);
}
