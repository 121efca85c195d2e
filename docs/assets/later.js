/**
 * @file Starts the theme's own script, and with it the search, once the page is up and the browser has a quiet moment:
 * nothing that a reader needs first waits for those 70 KB.
 */
import "./trust.js"; // the script is added by its address, and puts in markup

/** Milliseconds after which a busy browser starts it all the same. */
const AT_LAST = 2000;

async function startTheme() {
  const waiting = document.getElementById("fr-later");
  if (!(waiting instanceof HTMLTemplateElement)) return;
  // The theme's way to its memory: here it remembers nothing, and nothing is stored on the device.
  Object.assign(globalThis, { __md_scope: new URL(siteBase(), location.href), __md_get: () => null, __md_set: () => {} });
  for (const { src } of waiting.content.querySelectorAll("script")) await added(src);
  // The theme begins when it hears this event, which has come and gone.
  document.dispatchEvent(new Event("DOMContentLoaded"));
}

/** The way from this page to the language's first page, from the theme's own configuration. */
function siteBase() {
  return JSON.parse(document.getElementById("__config")?.textContent ?? "{}").base ?? ".";
}

/** @param {string} src @returns {Promise<unknown>} */
function added(src) {
  const script = document.createElement("script");
  script.src = src;
  return new Promise((resolve) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", resolve);
    document.body.append(script);
  });
}

function whenQuiet() {
  if ("requestIdleCallback" in window) requestIdleCallback(() => void startTheme(), { timeout: AT_LAST });
  else setTimeout(() => void startTheme(), 200);
}

if (document.readyState === "complete") whenQuiet();
else addEventListener("load", whenQuiet, { once: true });
