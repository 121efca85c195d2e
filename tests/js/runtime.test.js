/**
 * @file The packed runtime, started under Node from the files that a browser would fetch, answers the contract.
 * FREMME_RUNTIME names the folder with manifest.json.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { samples, textOf } from "./contract.js";

const folder = process.env["FREMME_RUNTIME"] ?? "";

/** @returns {Promise<(text: string) => string>} */
async function boot() {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf-8"));
  const base = join(folder, manifest.base);
  const { file_name } = manifest.lock.packages["checker-whole"];
  const checker = await readFile(join(base, file_name));
  const { loadPyodide } = await import(pathToFileURL(join(base, "pyodide.mjs")).href);
  const pyodide = await loadPyodide({
    stdLibURL: join(base, "stdlib.zip"),
    lockFileContents: manifest.lock,
    env: { PYTHONPATH: "/lib/checker.zip" },
    fsInit: async (/** @type {any} */ FS) => FS.writeFile("/lib/checker.zip", checker),
  });
  return pyodide.pyimport("checker.browser").handle;
}

describe("the packed runtime", { skip: folder === "" }, () => {
  /** @type {(text: string) => string} */
  let handle;
  before(async () => {
    handle = await boot();
  });

  for (const sample of samples) {
    test(sample.name, () => {
      const reply = JSON.parse(handle(textOf(sample)));
      assert.deepEqual(Object.keys(reply).sort(), [...sample.reply_keys].sort());
      assert.deepEqual({ ...reply, ...sample.reply }, reply);
    });
  }
});
