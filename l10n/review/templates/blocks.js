// The rows near the screen, in blocks of a few, and these in blocks of blocks; of what is far from the screen there is a
// height alone. So a page of ten thousand entries has as many elements as one of a hundred, and few of them in a row:
// the browser goes through all children of a block when one of them changes.

/** Rows of a block: all of them are built at once when it comes near. */
const BLOCK = 3;
/** Blocks of a block at most. */
const BRANCHES = 60;
/** Pixels that a row takes, as a guess. */
const ROW_HEIGHT = 64;

/**
 * All that is shown. A block is {element, members, first, size, near, filled, parts}: `first` is the position of its first
 * member, and its parts, if it is not of rows, have `size` members each.
 */
let whole = blockOf([], 0);

const watcher = new IntersectionObserver(watched, { rootMargin: "40% 0px" });

/**
 * The rows of all that is shown, of which a screen is built at once: that of the row with the keys, which stays where it
 * is on the screen, or the first.
 */
function layRows() {
  const top = isShown(current) ? heightOnScreen(current) : 0;
  release(whole);
  whole = blockOf(shown, 0);
  whole.near = true;
  at("rows").replaceChildren(whole.element);
  const first = isShown(current) ? Math.max(0, current.position - Math.ceil(top / ROW_HEIGHT)) : 0;
  const end = Math.min(shown.length, first + Math.ceil(innerHeight / ROW_HEIGHT));
  for (let position = first; position < end; position += 1) reach(position);
  if (isShown(current)) scrollBy(0, topOf(current.element) - top);
  else scrollTo(0, 0);
}

const topOf = (element) => element.getBoundingClientRect().top;

/** Pixels from the top of the screen; of a row out of sight as if it were in its middle. */
function heightOnScreen({ element }) {
  const top = element?.isConnected ? topOf(element) : -1;
  return top >= 0 && top < innerHeight ? top : innerHeight / 2;
}

function blockOf(members, first) {
  let size = BLOCK;
  while (size * BRANCHES < members.length) size *= BRANCHES;
  const element = make("div", { class: "block" });
  const block = { element, members, first, size, near: false, filled: false, parts: null };
  element.block = block;
  guessHeight(block);
  return block;
}

function guessHeight({ element, members }) {
  element.style.height = `${members.length * ROW_HEIGHT}px`;
}

/** The blocks in a block, made when it is first filled; none if it is of rows. */
function partsOf(block) {
  const { members, first, size } = block;
  const number = members.length > BLOCK ? Math.ceil(members.length / size) : 0;
  const part = (_, index) => blockOf(members.slice(index * size, (index + 1) * size), first + index * size);
  block.parts ??= Array.from({ length: number }, part);
  return block.parts;
}

function watched(changes) {
  for (const { target, isIntersecting, boundingClientRect } of changes) {
    target.block.near = isIntersecting;
    if (isIntersecting) fill(target.block);
    else if (!forPaper) empty(target.block, boundingClientRect.height);
  }
}

function fill(block) {
  if (block.filled) return;
  block.filled = true;
  const parts = partsOf(block);
  block.element.replaceChildren(...(parts.length ? parts.map(({ element }) => element) : block.members.map(rowIn)));
  block.element.style.height = "";
  for (const { element } of parts) watcher.observe(element);
}

function rowIn(entry) {
  const element = elementOf(entry);
  element.setAttribute("aria-posinset", entry.position + 1);
  element.setAttribute("aria-setsize", shown.length);
  return element;
}

/** Rows that nobody sees or works on go; their height in pixels stays. */
function empty(block, height) {
  if (!block.filled || isIn(current, block)) return;
  block.element.replaceChildren();
  release(block);
  block.element.style.height = `${height}px`;
}

/** The rows are built anew when they are needed, but for the one with the keys and those with a note begun. */
function release(block) {
  if (!block.filled) return;
  block.filled = false;
  guessHeight(block);
  for (const part of block.parts) {
    watcher.unobserve(part.element);
    release(part);
  }
  for (const entry of block.parts.length ? [] : block.members) {
    if (entry === current || isNoting(entry)) continue;
    entry.element = null;
    entry.fields = [];
  }
}

/** A note has been begun. */
const isNoting = ({ element }) => element?.querySelector(".note")?.hidden === false;

/** The filters let it through. */
const isShown = (entry) => entry !== null && shown[entry.position] === entry;

const isIn = (entry, { first, members }) => isShown(entry) && members[entry.position - first] === entry;

/** The part of a block that has this position; undefined if the block is of rows. */
const partAt = ({ parts, first, size }, position) => parts?.[Math.floor((position - first) / size)];

/** Fills all blocks in which this position is. */
function reach(position) {
  for (let block = whole; block; block = partAt(block, position)) fill(block);
}

/** An entry that no longer has the keys needs no row if that is far from the screen. */
function leave(entry) {
  if (!isShown(entry)) return;
  let block = whole;
  while (block && (block.near || isIn(current, block))) block = partAt(block, entry.position);
  if (block?.filled) empty(block, block.element.offsetHeight);
}

/** The row in its place; at the end if the filters hide it and something has to be shown of it. */
function place(entry) {
  if (isShown(entry)) reach(entry.position);
  else if (!elementOf(entry).isConnected) at("rows").append(entry.element);
}

/** All rows stay, whatever is far from the screen. */
let forPaper = false;

/** All rows, for paper; what is far from the screen goes again after that. */
function printing(on) {
  forPaper = on;
  if (on) fillAll(whole);
  else emptyFar(whole);
}

function fillAll(block) {
  fill(block);
  block.parts.forEach(fillAll);
}

function emptyFar(block) {
  for (const part of block.parts) {
    if (part.near || isIn(current, part)) emptyFar(part);
    else empty(part, part.element.offsetHeight);
  }
}
