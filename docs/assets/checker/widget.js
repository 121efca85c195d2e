/**
 * @file The checker on the page: shows one place at a time and keeps the address. Before Python is ready it shows the
 * parts that the build wrote; after that it shows what Python sends. It holds no words and does not know the tree.
 */
import { Client } from "./client.js";
import { released } from "./hold.js";
import { Place } from "./place.js";
import { Static } from "./static.js";

/** @import { Stage } from "./messages.js" */

/** Milliseconds before the stage of a slow start is spoken of. */
const PATIENCE = 3000;

/** @param {HTMLElement} element */
function enhance(element) {
  const place = new Place(element);
  const fallback = new Static(element);
  const client = new Client(new URL("../../../runtime/", import.meta.url), { onstage });
  const title = document.title;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;

  /** @param {Stage} stage */
  function onstage(stage) {
    clearTimeout(patience);
    if (stage === "ready") place.say("");
    else if (stage === "failed") place.say("failed");
    else patience = setTimeout(() => place.say(stage), PATIENCE);
  }

  /** @param {{focus: boolean}} how */
  async function show({ focus }) {
    const state = location.hash.slice(1);
    if (client.state !== "ready") {
      place.showStatic(fallback.show(state), { focus, title });
      return;
    }
    try {
      const reply = await client.request({ do: "view", ...place.about, given: place.given, state });
      if (!reply.ok) throw new Error(reply.error);
      await released();
      if (location.hash.slice(1) === state) await place.showReply(reply, { focus, title, client });
    } catch {
      place.showStatic(fallback.show(state), { focus, title });
      if (client.state === "ready") place.say("error"); // else the stage has said it
    }
  }

  /** Python starts when the reader does something here, so that it never competes with the first sight of the page. */
  function begin() {
    if (client.state !== "idle") return;
    // A failure is told through onstage; the static parts go on working.
    client.start().then(() => show({ focus: false }), () => {});
  }

  addEventListener("hashchange", () => {
    begin();
    show({ focus: true });
  });
  for (const event of ["pointerdown", "focusin"]) element.addEventListener(event, begin, { once: true });
  element.addEventListener("click", (event) => {
    const state = fallback.followed(event.target, location.hash.slice(1));
    if (state === undefined) return;
    event.preventDefault();
    location.hash = state;
  });
  element.classList.add("fr-script");
  show({ focus: false });
  if (location.hash.length > 1) begin();
}

for (const element of document.querySelectorAll(".fr-checker")) {
  if (element instanceof HTMLElement) enhance(element);
}
