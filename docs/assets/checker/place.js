/**
 * @file The one place on the page where results are put in, and what the reader does with them there: ticking,
 * filling in, copying, keeping. What is typed or ticked lives in these variables and nowhere else.
 */

import { hold, steadily } from "./hold.js";
import { copyText, mailText, saveFile } from "./keep.js";
import { putIn } from "../trust.js";

/** @import { Client } from "./client.js" */
/** @import { EvidenceReply, EvidenceRequest, Fields, Given, ViewReply } from "./messages.js" */

/** Milliseconds of quiet before the notes follow what is typed. */
const QUIET = 150;

export class Place {
  /** @type {Set<string>} */ #ticked = new Set();
  /** @type {Record<string, string>} */ #fields = {};
  /** @type {Given[]} */ #given = [];
  #noteLang;
  /** @type {Client | undefined} */ #client;
  #state = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #quiet;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.live = /** @type {HTMLElement} */ (element.querySelector(".fr-live"));
    this.still = /** @type {HTMLElement} */ (element.querySelector(".fr-static"));
    this.status = /** @type {HTMLElement} */ (element.querySelector(".fr-status"));
    this.about = {
      lang: element.dataset.lang ?? "",
      root: element.dataset.root ?? "",
      languages: JSON.parse(element.dataset.languages ?? "{}"),
      owner: JSON.parse(element.dataset.owner ?? "{}"),
    };
    this.#noteLang = this.about.lang;
    element.addEventListener("change", (event) => this.#changed(event.target));
    element.addEventListener("input", (event) => this.#typed(event.target));
    element.addEventListener("click", (event) => this.#clicked(event.target));
    element.addEventListener("submit", (event) => void this.#submitted(event));
  }

  /** The answers that a pasted text has given: Python wants them back to say why. */
  get given() {
    return this.#given;
  }

  /**
   * Says a sentence that the page brought along, by its name; an empty name says nothing.
   * @param {string} name
   */
  say(name) {
    steadily(this.status, () => {
      this.status.textContent = name === "" ? "" : this.#word(name);
      this.status.classList.toggle("fr-status-failed", name === "failed" || name === "error");
    });
  }

  /**
   * @param {HTMLElement} section
   * @param {{focus: boolean, title: string}} how
   */
  showStatic(section, { focus, title }) {
    this.live.hidden = true;
    this.live.replaceChildren(); // its boxes have the same ids as those that are shown now
    if (!this.still.isConnected) this.live.after(this.still);
    this.#arrive(section, section.querySelector(".fr-heading")?.textContent ?? "", { focus, title });
  }

  /**
   * @param {ViewReply} reply
   * @param {{focus: boolean, title: string, client: Client}} how
   */
  async showReply(reply, { focus, title, client }) {
    this.#client = client;
    this.#state = reply.state;
    const takeHold = focus ? undefined : hold(this.element);
    putIn(this.live, reply.html);
    this.live.hidden = false;
    this.still.remove(); // its boxes have the same ids as those that are shown now
    this.#refill();
    this.#arrive(this.live, reply.title, { focus, title });
    takeHold?.(this.live);
    if (location.hash.length > 1) history.replaceState(history.state, "", `#${reply.state}`);
    await this.#writeNotes();
  }

  /**
   * @param {HTMLElement} shown
   * @param {string} heading
   * @param {{focus: boolean, title: string}} how
   */
  #arrive(shown, heading, { focus, title }) {
    document.title = location.hash.length > 1 ? `${heading} – ${title}` : title;
    if (!focus) return;
    const target = /** @type {HTMLElement | null} */ (shown.querySelector(".fr-heading"));
    target?.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  #refill() {
    for (const box of this.live.querySelectorAll("input[data-item]")) {
      if (box instanceof HTMLInputElement) box.checked = this.#ticked.has(box.dataset.item ?? "");
    }
    for (const [name, value] of Object.entries(this.#fields)) {
      const field = this.live.querySelector(`.fr-fields [name="${CSS.escape(name)}"]`);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    const choice = this.live.querySelector(".fr-fields select");
    if (choice instanceof HTMLSelectElement) choice.value = this.#noteLang;
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (target instanceof HTMLSelectElement && target.name === "note_lang") {
      this.#noteLang = target.value;
      void this.#writeNotes();
    }
    if (!(target instanceof HTMLInputElement) || target.dataset.item === undefined) return;
    if (target.checked) this.#ticked.add(target.dataset.item);
    else this.#ticked.delete(target.dataset.item);
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!(target instanceof HTMLInputElement) || target.closest(".fr-fields") === null) return;
    this.#fields[target.name] = target.value;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#writeNotes(), QUIET);
  }

  async #writeNotes() {
    const notes = [...this.live.querySelectorAll(".fr-note")];
    // Without Python the note stays as it was; the page has been told of that already.
    await Promise.allSettled(notes.map((note) => this.#writeNote(/** @type {HTMLElement} */ (note))));
  }

  /** @param {HTMLElement} note */
  async #writeNote(note) {
    const text = note.querySelector(".fr-note-text");
    const reply = await this.#client?.request({ do: "note", note: note.dataset.note ?? "", ...this.#case() });
    if (!reply?.ok || text === null) return;
    text.textContent = reply.text;
    text.setAttribute("lang", this.#noteLang);
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || this.#client === undefined) return;
    const { lang, root } = this.about;
    const { resolvers } = this.element.dataset;
    const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const button = submitter instanceof HTMLButtonElement ? submitter.value : "";
    /** @type {EvidenceRequest} */
    const message = { do: "evidence", lang, root, state: this.#state, ...typed, button, ...(resolvers !== undefined && { resolvers }) };
    const left = new AbortController(); // whoever goes on to another place wants no answer for this one
    addEventListener("hashchange", () => left.abort(), { signal: left.signal });
    const tell = (/** @type {string} */ said) => form.querySelector(".fr-said")?.replaceChildren(said);
    try {
      const { request } = await import("./ask.js");
      const reply = await request(this.#client, message, { signal: left.signal, whole: true, tell });
      if (!reply.ok) throw new Error(reply.error);
      this.#read(reply, form, tell);
    } catch {
      if (!left.signal.aborted) this.say("error");
    } finally {
      left.abort();
    }
  }

  /** @param {EvidenceReply} reply @param {HTMLFormElement} form @param {(said: string) => void} tell */
  #read(reply, form, tell) {
    if (reply.state !== undefined) {
      this.#take(reply.given ?? [], reply.fields ?? {}, reply.state);
      return;
    }
    tell(reply.says ?? "");
    const asked = form.querySelector(".fr-asked");
    if (asked instanceof HTMLElement) putIn(asked, reply.html ?? ""); // the buttons that say who may be asked
  }

  /** @param {Given[]} given @param {Fields} fields @param {string} state */
  #take(given, fields, state) {
    const now = given.map(({ question }) => question);
    this.#given = [...this.#given.filter(({ question }) => !now.includes(question)), ...given];
    this.#fields = { ...fields, ...this.#fields };
    if (location.hash.slice(1) === state) dispatchEvent(new Event("hashchange"));
    else location.hash = state;
    this.say("answered");
    setTimeout(() => this.say(""), 6000);
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    if (target instanceof Element && target.closest(".fr-again")) this.#forget();
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    if (button.dataset.do === "print") print();
    if (button.dataset.do === "copy-note") void this.#copyNote(button);
    if (button.dataset.do === "save-note") saveFile({ ...noteOf(button), media: "text/plain" });
    if (button.dataset.do === "mail-note") void this.#mailNote(button);
    if (button.dataset.do === "copy-list") void this.#withFile(({ text }) => this.#copy(text, button));
    if (button.dataset.do === "download") void this.#withFile((file) => saveFile({ ...file, media: "text/markdown" }));
  }

  /** @param {HTMLButtonElement} button */
  async #copyNote(button) {
    const text = button.closest(".fr-note")?.querySelector(".fr-note-text");
    if (!text || (await this.#copy(text.textContent ?? "", button))) return;
    getSelection()?.selectAllChildren(text);
  }

  /** What is too long to be handed over is copied, to be put in by hand. @param {HTMLButtonElement} button */
  async #mailNote(button) {
    const { text } = noteOf(button);
    const copied = await copyText(text);
    if (!mailText(text)) this.say(copied ? "mail_long" : "copy_failed");
  }

  /**
   * @param {string} text
   * @param {HTMLElement} button
   * @returns {Promise<boolean>}
   */
  async #copy(text, button) {
    if (!(await copyText(text))) {
      this.say("copy_failed");
      return false;
    }
    const before = button.textContent;
    button.textContent = this.#word("copied");
    this.say("copied");
    setTimeout(() => {
      button.textContent = before;
      this.say("");
    }, 2000);
    return true;
  }

  /** @param {(file: {text: string, filename: string}) => unknown} use */
  async #withFile(use) {
    const root = new URL(this.about.root, location.href).href;
    const ticked = [...this.#ticked];
    const asked = this.#client?.request({ do: "markdown", ...this.#case(), root, ticked });
    const reply = await asked?.catch(() => undefined);
    if (reply?.ok) await use(reply);
    else this.say("error");
  }

  /** A new case: what was ticked and typed belongs to the old one. */
  #forget() {
    this.#ticked.clear();
    this.#fields = {};
    this.#given = [];
    for (const box of this.still.querySelectorAll("input[data-item]")) /** @type {HTMLInputElement} */ (box).checked = false;
  }

  #case() {
    const fields = /** @type {Fields} */ (this.#fields);
    const { lang, owner } = this.about;
    return { lang, owner, note_lang: this.#noteLang, fields, state: this.#state };
  }

  /** @param {string} name */
  #word(name) {
    const words = this.element.querySelector("template.fr-words");
    if (!(words instanceof HTMLTemplateElement)) return "";
    return words.content.querySelector(`[data-word="${CSS.escape(name)}"]`)?.textContent ?? "";
  }
}

/** The note that a button belongs to. @param {HTMLElement} button */
function noteOf(button) {
  const note = /** @type {HTMLElement | null} */ (button.closest(".fr-note"));
  const text = note?.querySelector(".fr-note-text")?.textContent ?? "";
  return { text, filename: `${note?.dataset.note ?? "note"}.txt` };
}
