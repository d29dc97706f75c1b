// The page's data and words, and short ways to find and make elements. Data only ever becomes text or an attribute's
// value, never HTML.

const page = JSON.parse(document.getElementById("data").textContent);
const words = JSON.parse(document.getElementById("words").textContent);

/** The element with this id. */
const at = (id) => document.getElementById(id);

/** A sentence of words.json with its {names} filled in. */
function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

/** An element; attributes that are null or false are left out, children that are null too. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A text of the catalogues: in a language, in its own direction. */
function foreign(tag, className, lang, ...children) {
  return make(tag, { class: className, lang, dir: "auto" }, ...children);
}

/** What the page says about the text behind it. */
function label(text) {
  return make("span", { class: "label" }, text);
}

/** A button that does something. */
function button(text, action, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", action);
  return element;
}

/** What is read aloud and shown for a moment. */
function announce(text) {
  at("said").textContent = text;
  at("said").classList.add("fresh");
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => at("said").classList.remove("fresh"), 4000);
}

const languageNames = new Map();

/** `Russian` for `ru`, or the code itself where the browser knows no name. */
function languageName(code) {
  if (!languageNames.has(code)) languageNames.set(code, namedByBrowser(code));
  return languageNames.get(code);
}

function namedByBrowser(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** What the browser keeps, for all windows or for this one (`session`); null if it keeps nothing. */
function stored(name, kind = "local") {
  try {
    return globalThis[`${kind}Storage`].getItem(name);
  } catch {
    return null;
  }
}

/** False if the browser cannot keep it. */
function storing(name, value, kind = "local") {
  try {
    globalThis[`${kind}Storage`].setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
