// Sends the reader from the root to the first of the browser's languages that the site has. The page is a plain
// list of links without this, and stays one when no language fits. Nothing is remembered.

// Tags that people's browsers send, and the language that such a reader reads with ease.
/** @type {Record<string, string>} */
const READS = { no: "nb", nn: "nb" };

/** @type {NodeListOf<HTMLAnchorElement>} */
const list = document.querySelectorAll("#languages a[hreflang]");
const links = new Map(Array.from(list, (link) => [link.hreflang.toLowerCase(), link]));

/** @param {string} tag */
function linkFor(tag) {
  const whole = tag.toLowerCase();
  const base = whole.replace(/-.*/, "");
  return links.get(whole) ?? links.get(base) ?? links.get(READS[base] ?? "");
}

const link = navigator.languages.map(linkFor).find(Boolean);
if (link) {
  // The fragment holds the checker's answers: a shared link to the root must not lose them.
  location.replace(link.href + location.search + location.hash);
}
