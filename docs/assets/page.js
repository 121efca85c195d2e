/** @file Small things on every page: the language switch keeps the place and folds up, and labels that act as buttons take keys. */

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
    if (label instanceof HTMLElement) label.click();
  });
}

/** A table that is too wide scrolls in Material's box; with the focus on the box, keys can scroll it. */
function letKeysScroll() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}
for (const event of ["load", "resize"]) addEventListener(event, letKeysScroll);
document.addEventListener("toggle", letKeysScroll, true);
