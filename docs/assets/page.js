/** @file Small things on every page: the language list keeps the place, labels that act as buttons take keys. */

for (const link of document.querySelectorAll("a[data-fr-language]")) {
  link.addEventListener("click", () => {
    if (link instanceof HTMLAnchorElement) link.hash = location.hash;
  });
}

// The list of languages closes when the focus or a tap goes elsewhere, and on Escape.
for (const list of document.querySelectorAll("details.fr-languages")) {
  if (!(list instanceof HTMLDetailsElement)) continue;
  /** @param {Event} event */
  const closeUnlessInside = (event) => {
    if (!(event.target instanceof Node) || !list.contains(event.target)) list.open = false;
  };
  document.addEventListener("focusin", closeUnlessInside);
  document.addEventListener("pointerdown", closeUnlessInside);
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    list.open = false;
    list.querySelector("summary")?.focus();
  });
}

// Without script a door leads to the question; with it, the answer given by choosing the door comes along.
for (const door of document.querySelectorAll("a.fr-door[data-state]")) {
  if (door instanceof HTMLAnchorElement) door.hash = door.dataset.state ?? "";
}

for (const label of document.querySelectorAll("label[data-fr-toggle]")) {
  label.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation(); // Material's script would see to Enter as well, and undo it
    if (label instanceof HTMLElement) label.click();
  });
}

// The search is hidden while it is folded away, so the focus can only go there once it is open.
const search = document.getElementById("__search");
search?.addEventListener("change", () => {
  const query = document.querySelector("[data-md-component=search-query]");
  if (search instanceof HTMLInputElement && search.checked && query instanceof HTMLElement) query.focus();
});

/** A table that is too wide scrolls in Material's box; with the focus on the box, keys can scroll it. */
function letKeysScroll() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}
for (const event of ["load", "resize"]) addEventListener(event, letKeysScroll);
// The theme puts the boxes there when it starts, which it is told to by this event: see later.js.
document.addEventListener("DOMContentLoaded", () => setTimeout(letKeysScroll));
document.addEventListener("toggle", letKeysScroll, true);

// Single letters are shortcuts in the theme, with no way to turn them off: a slip, or speech input, would turn the page.
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest(".md-search") !== null;
  if (event.key.length === 1 && !typing) event.stopPropagation();
});
