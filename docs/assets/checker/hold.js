/**
 * @file What the reader holds on to while the markup around it is exchanged for the same place from Python: the focus,
 * what has been unfolded, and the line that the eye is on.
 */

/** Where the eye may be: the parts of a place that both layers have. */
const LANDMARKS = ".fr-heading, .fr-option, .fr-item input, .fr-note-text";

/** @type {Name} */
const HEADING = { within: "", own: ".fr-heading" };

/** @type {Set<number>} the fingers and buttons that are down */
const pressed = new Set();
addEventListener("pointerdown", ({ pointerId }) => pressed.add(pointerId), { capture: true });
for (const event of ["pointerup", "pointercancel"]) {
  // The click comes right after: nothing may be exchanged before it has found what it began on.
  addEventListener(event, (/** @type {any} */ { pointerId }) => setTimeout(() => pressed.delete(pointerId)), { capture: true });
}

/**
 * Settles when nothing is pressed: a click that has begun on one layer would be lost on the other. Not every press
 * is told of its end (a menu may open under it), so after a second it goes on.
 */
export async function released() {
  for (let turn = 0; pressed.size > 0 && turn < 50; turn += 1) await new Promise((done) => setTimeout(done, 20));
}

/**
 * Remembers how `old` is held; the function it returns takes hold of `fresh` in the same way.
 * @param {HTMLElement} old
 * @returns {(fresh: HTMLElement) => void}
 */
export function hold(old) {
  const active = document.activeElement;
  const focus = active !== null && old.contains(active) ? nameOf(active) : undefined;
  const unfolded = [...old.querySelectorAll("details[open] > summary")].filter(isShown).map(nameOf);
  const below = [...old.querySelectorAll(LANDMARKS)].filter((part) => isShown(part) && topOf(part) >= 0);
  const marks = below.map((part) => ({ name: nameOf(part), top: topOf(part) }));
  return (fresh) => {
    for (const name of unfolded) find(fresh, name)?.closest("details")?.setAttribute("open", "");
    const mark = marks.find(({ name }) => find(fresh, name));
    const same = mark && find(fresh, mark.name);
    if (same) shift(topOf(same) - mark.top);
    // What had the focus may not be part of the tailored result; the heading is the nearest thing to it.
    if (focus) (find(fresh, focus) ?? find(fresh, HEADING))?.focus({ preventScroll: true });
  };
}

/**
 * Changes a line above what the reader looks at, and keeps all below it where it is: else a click that has begun
 * would end on something else.
 * @param {HTMLElement} line
 * @param {() => void} change
 */
export function steadily(line, change) {
  const before = line.getBoundingClientRect().bottom;
  change();
  const moved = line.getBoundingClientRect().bottom - before;
  if (before < innerHeight) shift(moved);
}

/**
 * How to find a part again in the other layer: the item or note that it belongs to, and a selector within that.
 * @typedef {{within: string, own: string}} Name
 */

/** @param {Element} part @returns {Name} */
function nameOf(part) {
  const item = part.closest(".fr-item")?.querySelector("[data-item]")?.getAttribute("data-item");
  const note = part.closest("[data-note]")?.getAttribute("data-note");
  const within = item ? `[data-item="${CSS.escape(item)}"]` : note ? `[data-note="${CSS.escape(note)}"]` : "";
  return { within, own: ownName(part) };
}

/** @param {Element} part */
function ownName(part) {
  const option = part.getAttribute("data-option");
  if (option !== null) return `[data-option="${CSS.escape(option)}"]`;
  const href = part.getAttribute("href");
  // Two links may lead to the same place, such as the way back and the change of the last answer.
  if (href !== null) return `${ourClass(part.parentElement) ?? "*"} > a[href="${CSS.escape(href)}"]`;
  return ourClass(part) ?? part.localName;
}

/** The theme adds classes of its own, and takes them away. @param {Element | null} part */
function ourClass(part) {
  const name = [...(part?.classList ?? [])].find((each) => each.startsWith("fr-"));
  return name && `.${name}`;
}

/** @param {HTMLElement} place @param {Name} name @returns {HTMLElement | null | undefined} */
function find(place, { within, own }) {
  const around = within === "" ? place : place.querySelector(within)?.closest(".fr-item, .fr-note");
  return around?.querySelector(own);
}

/** @param {Element} part */
const isShown = (part) => part.getClientRects().length > 0;

/** @param {Element} part */
const topOf = (part) => part.getBoundingClientRect().top;

/** @param {number} distance */
const shift = (distance) => scrollBy({ top: distance, behavior: "instant" });
