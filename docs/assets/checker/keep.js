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

/** Some mail programs cut off or refuse a longer address. */
const LONGEST_MAIL = 1900;

/**
 * Hands a note to the reader's own mail program; its first line is the subject. Nothing is sent.
 * @param {string} text
 * @returns {boolean} whether all of it fits; else only the subject is handed over
 */
export function mailText(text) {
  const [subject = "", ...lines] = text.split("\n");
  const short = `mailto:?subject=${encodeURIComponent(subject)}`;
  const whole = `${short}&body=${encodeURIComponent(lines.join("\r\n").trim())}`;
  const link = document.createElement("a");
  link.href = whole.length <= LONGEST_MAIL ? whole : short;
  link.click();
  return link.href !== short;
}

/** @param {{text: string, filename: string, media: string}} file */
export function saveFile({ text, filename, media }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([asFile(text, media)], { type: media }));
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
