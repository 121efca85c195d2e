/**
 * @file Fetches what Python wants to know, and only that: addresses come from Python, answers go back to it unread.
 */

/** @import { Client } from "./client.js" */
/** @import { Ask, Message, Refusal, Replies } from "./messages.js" */

/** Milliseconds for one answer. */
const LIMIT = 6000;

/**
 * Asks Python, and fetches what it wants to know from servers first until it has its answer.
 * @template {Message} M
 * @param {Client} client @param {M} message
 * @param {{signal: AbortSignal, whole?: boolean, holds?: boolean, tell: (status: string) => void}} how `holds`: Python
 *   keeps what it was told, and only the newest answers go there
 * @returns {Promise<Replies[M["do"]] | Refusal>}
 */
export async function request(client, message, { signal, whole, holds, tell }) {
  /** @type {Record<string, string>} */
  let answers = {};
  for (;;) {
    const reply = await client.request({ ...message, answers }, { signal, whole });
    if (!reply.ok || !("asks" in reply) || reply.asks === undefined) return reply;
    tell(reply.status ?? "");
    const fresh = await fetchAnswers(reply.asks, signal);
    answers = holds ? fresh : { ...answers, ...fresh };
  }
}

/**
 * Asks all at once. An answer is base64, or the name of what went wrong.
 * @param {Ask[]} asks
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, string>>}
 */
async function fetchAnswers(asks, signal) {
  const pairs = await Promise.all(asks.map(async ({ key, url }) => [key, await fetchOne(url, signal)]));
  return Object.fromEntries(pairs);
}

/** @param {string} url @param {AbortSignal} signal */
async function fetchOne(url, signal) {
  const stop = new AbortController();
  const forward = () => stop.abort();
  signal.addEventListener("abort", forward);
  let late = false;
  const timer = setTimeout(() => ((late = true), stop.abort()), LIMIT);
  try {
    return await answerOf(url, stop.signal);
  } catch {
    signal.throwIfAborted();
    return late ? "timeout" : "unreachable";
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", forward);
  }
}

/** Nothing but the question goes out: no cookie, no address of this page. @param {string} url @param {AbortSignal} signal */
async function answerOf(url, signal) {
  const headers = { accept: "application/dns-message" };
  /** @type {RequestInit} */
  const quietly = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };
  const response = await fetch(url, { headers, signal, ...quietly });
  return response.ok ? `base64:${await toBase64(await response.blob())}` : `status:${response.status}`;
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
export function toBase64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",", 2)[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
