// Evaluated in a page of the made language: what it shows, and what it says to a screen reader, outside ⟦ and ⟧.
() => {
  const SILENT = "script, style, noscript, code, pre code, kbd, samp";
  const LABELS = ["aria-label", "title", "alt", "placeholder", "aria-description"];
  const own = document.documentElement.lang;
  const found = [];
  let depth = 0;

  function foreign(element) {
    const marked = element.closest("[lang]");
    return marked !== null && marked.lang !== own;
  }

  function isSeen(element) {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && width * height > 0;
  }

  // Brackets are counted from node to node: a message may hold elements.
  function outside(text) {
    let part = "";
    const parts = [];
    for (const character of text) {
      if (character === "⟦") depth += 1;
      if (depth === 0) part += character;
      else if (part !== "") parts.push(part), (part = "");
      if (character === "⟧") depth -= 1;
    }
    return [...parts, part].map((each) => each.split(/\s+/u).join(" ").trim()).filter((each) => /\p{L}/u.test(each));
  }

  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const element = node.parentElement;
    if (element.closest(SILENT) !== null) continue;
    const parts = outside(node.data);
    if (isSeen(element) && !foreign(element)) found.push(...parts.map((part) => `${element.localName}: ${part}`));
  }
  const unbalanced = depth;
  depth = 0;
  found.push(...outside(document.title).map((part) => `title: ${part}`));
  for (const element of document.querySelectorAll(LABELS.map((name) => `[${name}]`).join(", "))) {
    if (foreign(element)) continue;
    for (const name of LABELS) {
      for (const part of outside(element.getAttribute(name) ?? "")) found.push(`${element.localName} ${name}: ${part}`);
    }
  }
  return { found, unbalanced, language: own };
}
