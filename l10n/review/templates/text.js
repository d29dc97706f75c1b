// Texts side by side: which part is marked, what changed. All positions are UTF-16 code units.

/** The text cut at the borders of the spans: [{text, marks}], each with the spans that cover it. */
function pieces(text, spans) {
  const inside = spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const borders = new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index];
    return { text: text.slice(start, end), marks: inside.filter((span) => span.start <= start && span.end >= end) };
  });
}

/** The one stretch in which two texts differ: text.slice(start, end) became `added`. */
function change(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const longest = Math.min(before.length, after.length) - start;
  while (tail < longest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, added: after.slice(start, after.length - tail) };
}

/** The stretch grown to whole words, or runs of spaces, so that people can read it: [gone, new]. */
function swap(before, after) {
  const { start, end, added } = change(before, after);
  const left = /(?:[\p{L}\p{M}\p{N}]+|\s+)?$/u.exec(before.slice(0, start))[0];
  const right = /^(?:[\p{L}\p{M}\p{N}]+|\s+)?/u.exec(before.slice(end))[0];
  return [left + before.slice(start, end) + right, left + added + right];
}

/** As `change`, over all places at which it could be made just as well: of a dot among dots it is all the dots. */
function wholeChange(before, after) {
  const { start, end, added } = change(before, after);
  const [left, right] = [before.slice(0, end), after.slice(0, start) + added]; // the same but for what has changed
  let tail = 0;
  while (tail < start && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return { start: start - tail, end, added: right.slice(start - tail) };
}

/** Does to `now` what made `after` of `before`; null if that place has been edited, or is so already. */
function rebased(before, after, now) {
  const { start, end, added } = wholeChange(before, after);
  // The place with its neighbours: else what has been added could be added once more.
  const [old, fresh] = [`\0${before}\0`, `\0${now}\0`];
  if (fresh.startsWith(old.slice(0, end + 2))) return now.slice(0, start) + added + now.slice(end);
  if (!fresh.endsWith(old.slice(start))) return null;
  return now.slice(0, now.length - (before.length - start)) + added + before.slice(end);
}

// Spaces belong to what follows them: else they would be all that two rewritten phrases have in common. A tag is one.
const TOKEN = /\s*(?:<\/?[A-Za-z][^<>]*>|[\p{L}\p{M}\p{N}_]+|[^\s])|\s+/gu;
const MOST_CELLS = 4_000_000;

/** Words in the order of both texts: [{text, kind}] with kind same, gone or new; neighbours of a kind are joined. */
function difference(before, after) {
  const old = before.match(TOKEN) ?? [];
  const fresh = after.match(TOKEN) ?? [];
  const found = [];
  const put = (text, kind) => {
    if (found.at(-1)?.kind === kind) found.at(-1).text += text;
    else found.push({ text, kind });
  };
  if (old.length * fresh.length > MOST_CELLS) return [{ text: before, kind: "gone" }, { text: after, kind: "new" }];
  const common = commonLengths(old, fresh);
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      put(old[i], "same");
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) put(old[i++], "gone");
    else put(fresh[j++], "new");
  }
  return found;
}

/** common[i][j]: length of the longest common subsequence of old.slice(i) and fresh.slice(j). */
function commonLengths(old, fresh) {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      common[i][j] = old[i] === fresh[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

/** As search compares: without case, without the dots that tell i, İ and ı apart, any apostrophe as good as another. */
function folded(text) {
  return text.normalize("NFC").toLowerCase().replaceAll("\u0307", "").replaceAll("ı", "i").replace(/[’ʼʻ]/g, "'");
}

/** The first characters of a text, whole ones. */
function beginning(text, count) {
  return [...text].slice(0, count).join("");
}
