// The line of an entry for the reason why it is flagged, or for a comment.

/** Opens the line for the reason; the entry is flagged when that is sent. */
function openNote(entry) {
  if (textsOf(entry).every((text) => text.trim() === "")) {
    announce(say("empty"));
    return;
  }
  openLine(entry, "flag", entry.decision?.note ?? "");
}

/** Opens the same line for a comment, which decides nothing. */
const openComment = (entry) => openLine(entry, "comment", commentOf(entry.decision));

function openLine(entry, kind, text) {
  if (!named()) return;
  place(entry);
  const box = noteOf(entry);
  const input = at(`note-${entry.index}`);
  if (box.hidden || box.dataset.kind !== kind) input.value = text; // else it has been begun
  box.dataset.kind = kind;
  box.querySelector("label").textContent = say(`${kind}_label`);
  box.querySelector(".main").textContent = say(`${kind}_now`);
  box.hidden = false;
  input.focus();
}

/** Sends what stands in the line. */
function sendNote(entry) {
  if (elementOf(entry).querySelector(".note").dataset.kind === "comment") comment(entry);
  else flag(entry);
}

function comment(entry) {
  const text = at(`note-${entry.index}`).value.trim();
  closeNote(entry);
  if (text === commentOf(entry.decision)) return;
  const { verdict = "comment", note, despite } = entry.decision ?? {};
  const alone = text === "" && verdict === "comment";
  decide(entry, alone ? null : decisionOf(entry, verdict, { note, despite, comment: text }));
  save(entry);
  announce(say("said_comment", { entry: entry.row.number }));
}

function closeNote(entry) {
  place(entry);
  elementOf(entry).querySelector(".note").hidden = true;
  go(entry);
}

/** Sends the entry back, with the reason that stands in its line. */
function flag(entry) {
  elementOf(entry).querySelector(".note").hidden = true;
  decide(entry, decisionOf(entry, "reject", { note: at(`note-${entry.index}`).value.trim() }));
  save(entry);
  done(entry, "flagged");
}
