/** @file A field to paste into, and what Python reads out of it. What is pasted stays in the field. */
import { Client } from "./client.js";

/** @import { Stage } from "./messages.js" */

/** @param {HTMLElement} element */
function enhance(element) {
  const form = element.querySelector("form");
  const live = element.querySelector(".fr-live");
  const field = element.querySelector("textarea");
  if (form === null || live === null || field === null) return;
  const client = new Client(new URL("../../../runtime/", import.meta.url), { onstage: (stage) => say(stage) });

  /** @param {Stage | "error" | ""} name */
  function say(name) {
    const words = element.querySelector("template.fr-words");
    const status = element.querySelector(".fr-status");
    if (!(words instanceof HTMLTemplateElement) || status === null) return;
    const word = words.content.querySelector(`[data-word="${name}"]`)?.textContent ?? "";
    status.textContent = name === "ready" ? "" : word;
    status.classList.toggle("fr-status-failed", name === "failed" || name === "error");
  }

  async function read() {
    const { lang = "", root = "" } = element.dataset;
    const reply = await client.request({ do: "bounce", lang, root, text: field?.value ?? "" });
    if (!reply.ok) throw new Error(reply.error);
    if (live !== null) live.innerHTML = reply.html; // Python has escaped all that was pasted
    const heading = live?.querySelector(".fr-heading");
    if (heading instanceof HTMLElement) heading.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read().then(
      () => say(""),
      () => say(client.state === "failed" ? "failed" : "error"),
    );
  });
  // Python starts while the reader pastes.
  field.addEventListener("focus", () => void client.start().catch(() => {}), { once: true });
  element.querySelector(".fr-needs")?.remove();
  form.hidden = false;
}

for (const element of document.querySelectorAll(".fr-reader")) {
  if (element instanceof HTMLElement) enhance(element);
}
