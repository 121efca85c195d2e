/**
 * @file Says which message the text under the pointer, or the text that has the focus, comes from. Only `serve` with a
 * preview sends this script: it compares what the page shows with the catalogues, so that nothing in a page marks it.
 */

/** @typedef {{shown: string, entry: string, source: string, translated: boolean, pattern: RegExp | null}} Origin */

const LABELS = ["aria-label", "title", "alt", "placeholder"];
/** Longer than any message: what holds more is a page, not a text. */
const LONGEST = 2000;
/** Shorter texts are found in other texts by chance. */
const TELLING = 4;

/** @type {Map<string, Origin[]>} */
const known = new Map();
/** @type {Origin[]} */
let all = [];

/** @param {string | null | undefined} text */
function line(text) {
  return (text ?? "").split(/\s+/u).filter(Boolean).join(" ");
}

/** @param {Node} element the words that stand in it, not those of its children */
function own(element) {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return line(texts.map((node) => node.textContent).join(" "));
}

/** A text with fields matches whatever has been filled in. @param {string} shown */
function pattern(shown) {
  const parts = shown.split(/\{\w+\}/u);
  if (parts.length === 1 || !/\p{L}/u.test(parts.join(""))) return null;
  const escaped = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"));
  return new RegExp(`^${escaped.join(".+")}$`, "u");
}

/** @param {string} text @returns {Origin[]} */
function named(text) {
  return known.get(text) ?? all.filter((origin) => origin.pattern?.test(text));
}

/**
 * The widest element around `start` that shows exactly one message, else the longest message within the nearest text.
 * @param {Element} start
 * @returns {{element: Element, found: Origin[]} | undefined}
 */
function find(start) {
  let best;
  /** @type {Element | null} */
  let element = start;
  for (; element !== null && element !== document.body; element = element.parentElement) {
    const text = line(element.textContent);
    if (text.length > LONGEST) break;
    const exact = named(text);
    if (exact.length > 0) best = { element, found: exact };
    else if (best === undefined && named(own(element)).length > 0) best = { element, found: named(own(element)) };
  }
  return best ?? within(start);
}

/** @param {Element} start */
function within(start) {
  const text = line(start.textContent);
  if (text.length > LONGEST) return undefined;
  const parts = all.filter(({ shown }) => shown.length >= TELLING && text.includes(shown));
  const longest = Math.max(...parts.map(({ shown }) => shown.length));
  return parts.length > 0 ? { element: start, found: parts.filter(({ shown }) => shown.length === longest) } : undefined;
}

/** @param {Element} element */
function labels(element) {
  return LABELS.flatMap((name) => known.get(line(element.getAttribute(name))) ?? []);
}

/** Where a translator goes: the entry of a translated text, the source of one that is not. @param {Origin} origin */
function places({ entry, source, translated }) {
  return (translated ? [entry, source] : [source, entry]).filter(Boolean);
}

const box = document.createElement("div");
const shadow = box.attachShadow({ mode: "open" });
const list = document.createElement("pre");
box.style.cssText = "all: initial; position: fixed; inset: auto auto 8px 8px; z-index: 2147483647; pointer-events: none";
list.style.cssText = "margin: 0; padding: 6px 10px; background: #10181c; color: #fff; font: 13px/1.5 monospace; border-radius: 4px";
shadow.append(list);

/** @type {Element | undefined} */
let marked;

/** @param {string[]} lines */
function say(lines) {
  list.textContent = lines.join("\n");
  box.style.display = lines.length === 0 ? "none" : "block";
}

/** @param {EventTarget | null} target */
function tell(target) {
  if (!(target instanceof Element)) return;
  const text = find(target);
  const found = [...(text?.found ?? []), ...labels(target)];
  marked?.removeAttribute("data-msg");
  marked = found.length > 0 ? (text?.element ?? target) : undefined;
  say([...new Set(found.map((origin) => places(origin).join("   ")))]);
  for (const origin of found.slice(0, 1)) marked?.setAttribute("data-msg", places(origin)[0] ?? "");
}

async function start() {
  const reply = await fetch(`/_origins?lang=${document.documentElement.lang}`);
  /** @type {[string, string, string, boolean][]} */
  const rows = await reply.json();
  all = rows.map(([shown, entry, source, translated]) => ({ shown, entry, source, translated, pattern: pattern(shown) }));
  for (const origin of all) known.set(origin.shown, [...(known.get(origin.shown) ?? []), origin]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-msg] { outline: 2px dashed #c60; outline-offset: 2px }");
  document.adoptedStyleSheets.push(sheet);
  document.body.append(box);
  say((known.get("") ?? []).map(({ source }) => source)); // the one row without a text is a fault
  for (const event of ["pointerover", "focusin"]) addEventListener(event, ({ target }) => tell(target));
}

void start();

export {}; // a module: its names are its own
