// The rows near the screen, in blocks of some entries each; of the others there is a height alone. So a page of ten
// thousand entries has as many elements as one of a hundred.

const BLOCK = 10;
/** Pixels that a row takes, as a guess. */
const ROW_HEIGHT = 64;

/** {element, members, first, filled, near}; in the order of the page. */
let blocks = [];

const watcher = new IntersectionObserver(watched, { rootMargin: "40% 0px" });

/** The rows of all that is shown, from the top. */
function layRows() {
  watcher.disconnect();
  blocks.forEach(release);
  blocks = [];
  for (let first = 0; first < shown.length; first += BLOCK) blocks.push(blockOf(first));
  at("rows").replaceChildren(...blocks.map(({ element }) => element));
  if (blocks.length) fill(blocks[0]);
  for (const { element } of blocks) watcher.observe(element);
}

function blockOf(first) {
  const members = shown.slice(first, first + BLOCK);
  const element = make("div", { class: "block" });
  const block = { element, members, first, filled: false, near: false };
  element.block = block;
  element.style.height = `${members.length * ROW_HEIGHT}px`;
  for (const entry of members) entry.block = block;
  return block;
}

function watched(changes) {
  for (const { target, isIntersecting } of changes) {
    target.block.near = isIntersecting;
    if (isIntersecting) fill(target.block);
    else empty(target.block);
  }
}

function fill(block) {
  if (block.filled) return;
  block.filled = true;
  block.members.forEach((entry, index) => {
    const element = elementOf(entry);
    element.setAttribute("aria-posinset", block.first + index + 1);
    element.setAttribute("aria-setsize", shown.length);
  });
  block.element.replaceChildren(...block.members.map(elementOf));
  block.element.style.height = "";
}

/** Rows that nobody sees or works on go; their height stays. */
function empty(block) {
  if (!block.filled || block.members.includes(current)) return;
  block.element.style.height = `${block.element.offsetHeight}px`;
  block.element.replaceChildren();
  release(block);
}

/** The rows are built anew when they are needed, but for the one with the keys and those with a note begun. */
function release(block) {
  block.filled = false;
  for (const entry of block.members) {
    if (entry === current || isNoting(entry)) continue;
    entry.element = null;
    entry.fields = [];
  }
}

/** A note has been begun. */
const isNoting = ({ element }) => element?.querySelector(".note")?.hidden === false;

/** The row in its place; at the end if the filters hide it and something has to be shown of it. */
function place(entry) {
  if (entry.block?.element.isConnected) fill(entry.block);
  else if (!elementOf(entry).isConnected) at("rows").append(entry.element);
}

/** All rows, for paper; what is far from the screen goes again after that. */
function printing(all) {
  for (const block of blocks) {
    if (all) fill(block);
    else if (!block.near) empty(block);
  }
}
