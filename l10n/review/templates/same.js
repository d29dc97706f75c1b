// What is approved for one entry may be right for others with the same source: the page asks, once for each text.

/** Sources about which the page has asked. */
const askedAbout = new Set();
/** The open question: {entry, texts, peers}. */
let offer = null;
/** Entries by source, as far as they have been looked at. */
const alike = new Map();
let grouped = 0;

const sourceOf = ({ row, sheet }) => JSON.stringify([sheet.language, row.source, row.plural, row.texts.length]);

/** Looks at the first so many entries. */
function group(number) {
  for (; grouped < number; grouped += 1) {
    const source = sourceOf(entries[grouped]);
    if (alike.has(source)) alike.get(source).push(entries[grouped]);
    else alike.set(source, [entries[grouped]]);
  }
}

/** Other entries of the language with this source that nobody has decided; outdated ones have to be read one by one. */
function peersOf(entry) {
  group(entries.length);
  const others = (alike.get(sourceOf(entry)) ?? []).filter((one) => one !== entry && !decided(one));
  return others.filter(({ row, decision }) => decision === null && !page.stale.includes(row.state));
}

/** Asks, if there is anything to ask. */
function offerSame(entry) {
  closeOffer();
  const about = sourceOf(entry);
  if (verdictOf(entry) !== "approve" || askedAbout.has(about)) return;
  const peers = peersOf(entry);
  if (!peers.length) return;
  askedAbout.add(about);
  const texts = textsOf(entry);
  offer = { entry, texts, peers };
  at("offer-text").textContent = say("same", { number: peers.length, text: beginning(texts.join(" / "), 120) });
  at("offer").hidden = false;
}

function closeOffer() {
  offer = null;
  at("offer").hidden = true;
}

function declineSame() {
  closeOffer();
  back(current);
}

/** The decision for all of them, one step to undo; what an error speaks against is left to be looked at. */
async function takeSame() {
  if (!offer) {
    announce(say("same_none"));
    return;
  }
  const { texts, peers } = offer;
  const wasInside = at("offer").contains(document.activeElement);
  closeOffer();
  if (wasInside) back(current);
  const taken = peers.filter((peer) => !decided(peer) && takes(peer, texts));
  const decisions = taken.map((peer) => [peer, decisionOf(peer, "approve", { texts })]);
  decideAll(decisions.map(([peer, decision]) => [peer, Object.freeze(sameTexts(decision, peer.row))]));
  announce(say("said_same", { number: taken.length, left: peers.length - taken.length }));
  for (const peer of taken) {
    save(peer);
    await peer.queue; // one after the other
  }
}

/** The texts are others than those that were found to be wrong. */
function takes(peer, texts) {
  const same = texts.every((text, form) => text === peer.row.texts[form]);
  return !same || doubtsOf(peer).length === 0;
}
