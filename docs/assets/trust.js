/**
 * @file Where text becomes markup or a script's address, in browsers that enforce Trusted Types: one policy for what
 * Python has escaped, and the default one, which the theme's script falls under and which lets inert markup through.
 */

/** The folder of this language: every script and worker that we start lies below it. */
const HERE = new URL("../", import.meta.url).href;
/** What the theme puts in: results of the search. A tag that looks otherwise is dropped. */
const INERT =
  /^<\/?(?:a|article|aside|code|del|details|div|em|h[1-6]|ins|kbd|li|mark|nav|ol|p|pre|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)(?: (?:class|data-md-[a-z-]+)(?:="[^"<>]*")?)*>$/;

/** @type {any} TypeScript's library does not know them yet */
const types = Reflect.get(globalThis, "trustedTypes");
const ours = types?.createPolicy("fremme", { createHTML: (/** @type {string} */ html) => html });
types?.createPolicy("default", { createHTML: inert, createScriptURL: below });

/**
 * Puts in what the checker's Python has rendered, which has escaped all that is not ours. Nothing else may be passed to
 * it, and there is no other way in: tests/site/test_sinks.py.
 * @param {HTMLElement} place
 * @param {string} html
 */
export function putIn(place, html) {
  place.innerHTML = ours?.createHTML(html) ?? html;
}

/** @param {string} html */
export function inert(html) {
  return html.replace(/<[^>]*>?/g, (tag) => (INERT.test(tag) ? tag : ""));
}

/** @param {string} address @returns {string | null} null refuses it */
function below(address) {
  return new URL(address, location.href).href.startsWith(HERE) ? address : null;
}
