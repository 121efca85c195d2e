/**
 * @file What the reader holds on to while the markup around it is exchanged for the same place from Python: the focus,
 * what has been unfolded, and the line that the eye is on.
 */

/** Where the eye may be: the parts of a place that both layers have. */
const LANDMARKS = ".fr-heading, .fr-option, .fr-item input, .fr-note-text";

/**
 * Remembers how `old` is held; the function it returns takes hold of `fresh` in the same way.
 * @param {HTMLElement} old
 * @returns {(fresh: HTMLElement) => void}
 */
export function hold(old) {
  const active = document.activeElement;
  const focus = active !== null && old.contains(active) ? nameOf(active) : "";
  const unfolded = [...old.querySelectorAll("details[open] > summary")].filter(isShown).map(nameOf);
  const below = [...old.querySelectorAll(LANDMARKS)].filter((part) => isShown(part) && topOf(part) >= 0);
  const marks = below.map((part) => ({ name: nameOf(part), top: topOf(part) }));
  return (fresh) => {
    for (const name of unfolded) find(fresh, name)?.closest("details")?.setAttribute("open", "");
    const mark = marks.find(({ name }) => find(fresh, name) !== null);
    if (mark !== undefined) shift(topOf(/** @type {Element} */ (find(fresh, mark.name))) - mark.top);
    // What had the focus may not be part of the tailored result; the heading is the nearest thing to it.
    if (focus !== "") (find(fresh, focus) ?? find(fresh, ".fr-heading"))?.focus({ preventScroll: true });
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
 * A selector for a part of a place that fits in both layers.
 * @param {Element} part
 */
function nameOf(part) {
  const item = part.closest(".fr-item")?.querySelector("[data-item]")?.getAttribute("data-item");
  const note = part.closest("[data-note]")?.getAttribute("data-note");
  if (item) return `.fr-item:has([data-item="${CSS.escape(item)}"]) ${ownName(part)}`;
  return note ? `[data-note="${CSS.escape(note)}"] ${ownName(part)}` : ownName(part);
}

/** @param {Element} part */
function ownName(part) {
  const option = part.getAttribute("data-option");
  if (option !== null) return `[data-option="${CSS.escape(option)}"]`;
  const href = part.getAttribute("href");
  // Two links may lead to the same place, such as the way back and the change of the last answer.
  const around = part.parentElement?.classList[0];
  if (href !== null) return `${around ? `.${CSS.escape(around)} > ` : ""}a[href="${CSS.escape(href)}"]`;
  return part.classList.length > 0 ? `.${CSS.escape(part.classList[0] ?? "")}` : part.localName;
}

/** @param {HTMLElement} within @param {string} name @returns {HTMLElement | null} */
const find = (within, name) => (name === "" ? null : within.querySelector(name));

/** @param {Element} part */
const isShown = (part) => part.getClientRects().length > 0;

/** @param {Element} part */
const topOf = (part) => part.getBoundingClientRect().top;

/** @param {number} distance */
const shift = (distance) => scrollBy({ top: distance, behavior: "instant" });
