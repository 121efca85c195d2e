/**
 * @file The checker before Python: walks along the links that the build wrote into the page, one section at a time,
 * and keeps the answers in the address in the same form that Python uses.
 */

export class Static {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.sections = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".fr-static > .fr-node"));
    this.frame = element.querySelector("template.fr-frame");
    this.row = element.querySelector("template.fr-row");
  }

  /**
   * The section of a state, dressed with the way back and the answers.
   * @param {string} text
   * @returns {HTMLElement}
   */
  show(text) {
    const { at, answers } = this.#read(text);
    const { steps, end } = this.#way(answers, at);
    const shown = this.#section(at) ?? this.#first;
    for (const section of this.sections) section.hidden = section !== shown;
    for (const old of shown.querySelectorAll(".fr-back, .fr-answers")) old.remove();
    const last = steps.at(-1);
    if (last !== undefined && end === shown) this.#dress(shown, steps, last.id, answers);
    return shown;
  }

  /**
   * The state that a click on an option leads to, or undefined when the click was on something else. Answers that
   * were given before lead on, so that changing one asks no other again.
   * @param {EventTarget | null} target
   * @param {string} text the state now
   * @returns {string | undefined}
   */
  followed(target, text) {
    const link = target instanceof Element ? target.closest(".fr-static a.fr-option") : null;
    const section = link?.closest(".fr-node");
    if (!(link instanceof HTMLAnchorElement) || !(section instanceof HTMLElement)) return undefined;
    const { answers } = this.#read(text);
    answers.set(section.id, link.dataset.option ?? "");
    const { steps, end } = this.#way(answers, "");
    return write(steps.some(({ id }) => id === section.id) ? end.id : link.hash.slice(1), answers);
  }

  get #first() {
    return /** @type {HTMLElement} */ (this.sections[0]);
  }

  /** @param {string} id */
  #section(id) {
    return [...this.sections].find((section) => section.id === id);
  }

  /** @param {string} id @param {string} option @returns {HTMLAnchorElement | null | undefined} */
  #option(id, option) {
    return this.#section(id)?.querySelector(`a.fr-option[data-option="${CSS.escape(option)}"]`);
  }

  /**
   * Follows the answers along the links from the first section, up to the place asked for or as far as they lead.
   * @param {Map<string, string>} answers
   * @param {string} at
   */
  #way(answers, at) {
    /** @type {{id: string, link: HTMLAnchorElement}[]} */
    const steps = [];
    let end = this.#first;
    for (let link; end.id !== at && (link = this.#option(end.id, answers.get(end.id) ?? "")); ) {
      steps.push({ id: end.id, link });
      end = this.#section(link.hash.slice(1)) ?? end;
    }
    return { steps, end };
  }

  /**
   * Reads an address; what is no section and no option of one is dropped.
   * @param {string} text
   * @returns {{at: string, answers: Map<string, string>}}
   */
  #read(text) {
    const pairs = text.split("&").map((part) => /** @type {[string, string?]} */ (part.split("=", 2)));
    const places = pairs.flatMap(([name, value]) => (value === undefined ? [name] : name === "at" ? [value] : []));
    const at = places.find((id) => this.#section(id) !== undefined) ?? "";
    const answers = new Map();
    for (const [name, value] of pairs) if (value !== undefined && this.#option(name, value)) answers.set(name, value);
    return { at, answers };
  }

  /**
   * @param {HTMLElement} section
   * @param {{id: string, link: HTMLAnchorElement}[]} steps
   * @param {string} before the question that Back leads to
   * @param {Map<string, string>} answers
   */
  #dress(section, steps, before, answers) {
    if (!(this.frame instanceof HTMLTemplateElement) || !(this.row instanceof HTMLTemplateElement)) return;
    const frame = /** @type {DocumentFragment} */ (this.frame.content.cloneNode(true));
    const back = frame.querySelector(".fr-back");
    const box = frame.querySelector(".fr-answers");
    if (back === null || box === null) return;
    back.querySelector("a")?.setAttribute("href", `#${write(before, answers)}`);
    const rows = steps.map(({ id, link }) => this.#row(id, link, answers));
    box.querySelector("dl")?.replaceChildren(...rows);
    section.prepend(back);
    section.append(box);
  }

  /** @param {string} id @param {HTMLAnchorElement} link @param {Map<string, string>} answers */
  #row(id, link, answers) {
    const row = /** @type {HTMLElement} */ (
      /** @type {HTMLTemplateElement} */ (this.row).content.firstElementChild?.cloneNode(true)
    );
    const question = this.#section(id)?.querySelector(".fr-heading")?.textContent ?? "";
    const answer = link.querySelector(".fr-label")?.textContent ?? "";
    row.querySelector("a")?.setAttribute("href", `#${write(id, answers)}`);
    for (const [selector, words] of [["dt", question], ["dd", answer], [".fr-hidden", `: ${question}`]]) {
      row.querySelector(/** @type {string} */ (selector))?.replaceChildren(/** @type {string} */ (words));
    }
    return row;
  }
}

/** @param {string} at @param {Map<string, string>} answers */
function write(at, answers) {
  const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
  return [["at", at], ...sorted].map(([name, value]) => `${name}=${value}`).join("&");
}
