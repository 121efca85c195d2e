/** @file The samples of tests/contract, which pytest reads too. */
import { readFileSync, readdirSync } from "node:fs";

/**
 * @typedef {object} Sample
 * @property {string} name
 * @property {string} about
 * @property {Record<string, any>} [request] what is asked, or
 * @property {string} [text] the text itself where it is no JSON
 * @property {Record<string, any>} reply values that the reply must have
 * @property {string[]} reply_keys every key that the reply has
 */

const folder = new URL("../contract/", import.meta.url);

/** @type {Sample[]} */
export const samples = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), "utf-8")) }));

/** @param {Sample} sample */
export const textOf = ({ text, request }) => text ?? JSON.stringify(request);
