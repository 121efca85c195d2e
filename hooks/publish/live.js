// Reloads this page once the server has a newer site. Only `serve` adds this script; the built site never has it.
const seen = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).searchParams.get("seen");

async function look() {
  if (document.hidden) return;
  try {
    const reply = await fetch("/_live", { cache: "no-store" });
    // reload() keeps the fragment, and with it the checker's answers.
    if (reply.ok && (await reply.text()) !== seen) location.reload();
  } catch {
    // The server is gone for the moment: the next look will tell.
  }
}

setInterval(look, 500);
document.addEventListener("visibilitychange", look);
