/**
 * @file A tool's form: what is filled in, pasted or dropped goes to Python, and what Python makes of it is shown below.
 * What was filled in stays. It holds no words and decides nothing.
 */
import { request, toBase64 } from "./ask.js";
import { Client } from "./client.js";
import { copyText, saveFile } from "./keep.js";
import { putIn } from "../trust.js";

/** @import { Stage, ToolMessage, ToolReply } from "./messages.js" */

/** Milliseconds before a wait is spoken of. */
const PATIENCE = 700;
/** Milliseconds for which a button says that it has copied. */
const SHORT = 2000;
/** Bytes of a long list that go to Python at a time: small enough for progress to be seen. */
const PIECE = 512 * 1024;

class Reader {
  /** @type {File | undefined} */ #file;
  /** @type {ToolMessage | undefined} */ #last;
  /** @type {File | undefined} the list that Python holds */ #fed;
  /** @type {AbortController | undefined} */ #running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    this.live = /** @type {HTMLElement} */ (element.querySelector(".fr-live"));
    this.status = /** @type {HTMLElement} */ (element.querySelector(".fr-status"));
    this.cancel = /** @type {HTMLButtonElement} */ (element.querySelector(".fr-cancel"));
    const runtime = new URL("../../../runtime/", import.meta.url);
    this.client = new Client(runtime, { whole: true, onstage: (stage) => this.#waiting(stage) });
    this.form.addEventListener("submit", (event) => void this.#submitted(event));
    this.form.addEventListener("keydown", (event) => this.#pressed(event));
    this.cancel.addEventListener("click", () => this.#running?.abort());
    this.live.addEventListener("click", (event) => void this.#clicked(event.target));
    // Python starts while the reader pastes.
    this.form.addEventListener("focusin", () => void this.client.start().catch(() => {}), { once: true });
    this.#takeFiles();
    element.querySelector(".fr-needs")?.remove();
    this.form.hidden = false;
  }

  /** Where the button says who will be asked, Enter must not choose one. @param {KeyboardEvent} event */
  #pressed(event) {
    const choices = this.form.querySelectorAll("button[name=button]");
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && choices.length > 1) event.preventDefault();
  }

  #takeFiles() {
    const chooser = this.form.querySelector(".fr-file-input");
    const area = this.form.querySelector("textarea");
    if (!(chooser instanceof HTMLInputElement) || area === null) return;
    chooser.addEventListener("change", () => (this.#file = chooser.files?.[0]));
    area.addEventListener("dragover", (event) => event.preventDefault());
    area.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      chooser.files = event.dataTransfer.files;
      this.#file = chooser.files[0];
      this.form.requestSubmit();
    });
    // The last one counts: what is typed now takes the place of a file chosen before.
    area.addEventListener("input", () => {
      this.#file = undefined;
      chooser.value = "";
    });
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    if (!this.form.reportValidity()) return;
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    await this.#run(async (signal) => this.#message(button, signal));
  }

  /** @param {(signal: AbortSignal) => Promise<ToolMessage>} compose */
  async #run(compose) {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.cancel.hidden = false;
    try {
      this.#last = await compose(running.signal);
      const reply = await this.#read(this.#last, running.signal);
      if (this.#running !== running) return;
      this.#show(reply);
      this.#say(running.signal.aborted ? "stopped" : "");
    } catch {
      if (this.#running !== running) return;
      this.#say(running.signal.aborted ? "stopped" : this.client.state === "failed" ? "failed" : "error");
    } finally {
      if (this.#running === running) this.cancel.hidden = true;
    }
  }

  /** @param {string} button @param {AbortSignal} signal @returns {Promise<ToolMessage>} */
  async #message(button, signal) {
    const { tool = "", lang = "", root = "" } = this.element.dataset;
    const typed = [...new FormData(this.form)].filter(([, value]) => typeof value === "string");
    const message = { do: tool, lang, root, ...Object.fromEntries(typed), button };
    this.#fed = undefined;
    if (this.#file === undefined) return message;
    if (!this.#holds) return { ...message, file: await toBase64(this.#file) };
    await this.#feed(this.#file, message, signal);
    return { ...message, fed: "yes" };
  }

  /**
   * A list may be long: it goes to Python piece by piece, so that it can be stopped and never stands in memory whole.
   * @param {File} file @param {ToolMessage} message @param {AbortSignal} signal
   */
  async #feed(file, { do: tool, lang, root }, signal) {
    this.#fed = file;
    this.#waiting(this.client.state);
    for (let at = 0; at < file.size; at += PIECE) {
      const piece = await toBase64(file.slice(at, at + PIECE));
      const begin = at === 0 ? "yes" : "";
      const reply = await this.client.request({ do: tool, lang, root, piece, begin }, { signal });
      if (reply.ok) this.#tell(reply.status ?? "");
      else if (reply.error === "lost") at = -PIECE; // a new worker: from the beginning
      else throw new Error(reply.error);
    }
  }

  /**
   * Python may want to know something from a server first: the button that was pressed has named it. A list keeps what
   * it was told, so only the newest answers go there, and what came before a stop is shown.
   * @param {ToolMessage} message @param {AbortSignal} signal @returns {Promise<ToolReply>}
   */
  async #read(message, signal) {
    let asked = false;
    const tell = (/** @type {string} */ status) => ((asked = true), this.#tell(status));
    for (;;) {
      this.#waiting(this.client.state);
      const how = { signal, tell, holds: this.#holds };
      const reply = await request(this.client, message, how).catch((stopped) => {
        if (!asked || !this.#holds || !signal.aborted) throw stopped;
        return this.client.request({ ...message, button: "", answers: {} });
      });
      if (!reply.ok && reply.error === "lost") {
        await this.#feedAgain(message, signal);
        continue;
      }
      if (!reply.ok) throw new Error(reply.error);
      return reply;
    }
  }

  /** A new worker holds nothing. @param {ToolMessage} message @param {AbortSignal} signal */
  async #feedAgain(message, signal) {
    if (this.#fed) return this.#feed(this.#fed, message, signal);
    const reply = await this.client.request({ ...message, fed: "", button: "", answers: {} }, { signal });
    if (!reply.ok) throw new Error(reply.error);
  }

  /** @param {ToolReply} reply */
  #show(reply) {
    putIn(this.live, reply.html ?? "");
    const heading = this.live.querySelector(".fr-heading");
    if (heading instanceof HTMLElement) heading.focus();
  }

  /** @param {EventTarget | null} target */
  async #clicked(target) {
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const { do: does, filename = "", media = "" } = button.dataset;
    if (does === "again") await this.#again(button.value);
    const text = button.closest(".fr-file")?.querySelector(".fr-file-text")?.textContent;
    if (typeof text !== "string") return;
    if (does === "save-file") saveFile({ text, filename, media });
    if (does === "copy-file") this.#copied(button, await copyText(text));
  }

  /** The result stands for what was read: the same again, with one more thing to do. @param {string} value */
  async #again(value) {
    const last = this.#last;
    if (last === undefined) return;
    const held = this.#holds ? { fed: "yes" } : {};
    const done = this.#run(async () => ({ ...last, ...held, button: value }));
    this.cancel.focus(); // its button is far above, and so is the progress
    await done;
  }

  /** Whether Python holds on to what it was given. */
  get #holds() {
    return this.element.dataset.streams !== undefined;
  }

  /** @param {HTMLButtonElement} button @param {boolean} done */
  #copied(button, done) {
    this.#say(done ? "copied" : "copy_failed");
    const text = button.closest(".fr-file")?.querySelector(".fr-file-text");
    if (!done && text) getSelection()?.selectAllChildren(text);
    setTimeout(() => this.#say(""), SHORT);
  }

  /** A wait is spoken of when it is long. @param {Stage} stage */
  #waiting(stage) {
    clearTimeout(this.#patience);
    if (this.#running === undefined || this.cancel.hidden) return;
    this.#patience = setTimeout(() => this.#say(stage === "ready" ? "reading" : stage), PATIENCE);
  }

  /** @param {string} name of a word that the page brought along; an empty one says nothing */
  #say(name) {
    const words = this.element.querySelector("template.fr-words");
    const word = words instanceof HTMLTemplateElement ? words.content.querySelector(`[data-word="${name}"]`) : null;
    this.#tell(word?.textContent ?? "");
    this.status.classList.toggle("fr-status-failed", ["failed", "error", "copy_failed"].includes(name));
  }

  /** @param {string} text */
  #tell(text) {
    clearTimeout(this.#patience);
    this.status.textContent = text;
  }
}

for (const element of document.querySelectorAll(".fr-reader")) {
  if (element instanceof HTMLElement) new Reader(element);
}
