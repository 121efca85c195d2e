/** @file Ways to take a text along: the clipboard, or a file. Neither leaves the device. */

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** With this at the beginning, Excel reads a table as UTF-8. */
const MARK = "\ufeff";

/**
 * Calendars and tables end their lines in CR LF (RFC 5545, RFC 4180), which a page does not keep.
 * @param {string} text @param {string} media
 */
function asFile(text, media) {
  if (!["text/calendar", "text/csv"].includes(media)) return text;
  return (media === "text/csv" ? MARK : "") + text.replaceAll("\n", "\r\n");
}

/** @param {{text: string, filename: string, media: string}} file */
export function saveFile({ text, filename, media }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([asFile(text, media)], { type: media }));
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
