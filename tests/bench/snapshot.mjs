// Writes a memory snapshot of Python with the checker imported and asked once, for the bench to ship.
// Usage: node snapshot.mjs <folder of the runtime, with its manifest one above> <out>
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const { lock } = JSON.parse(await readFile(`${folder}/../manifest.json`, "utf8"));
const checker = await readFile(`${folder}/${lock.packages.checker.file_name}`);
const pyodide = await loadPyodide({
  indexURL: folder,
  stdLibURL: `${folder}/stdlib.zip`,
  lockFileContents: lock,
  packageBaseUrl: folder,
  // A snapshot holds the order of sets, and Pyodide asks for a fixed one.
  env: { PYTHONPATH: "/lib/checker.zip", PYTHONHASHSEED: "0" },
  fsInit: async (FS) => FS.writeFile("/lib/checker.zip", checker),
  _makeSnapshot: true,
});
const request = JSON.stringify({ id: 1, do: "view", lang: "nb", root: "../", state: "" });
pyodide.runPython(`from checker.browser import handle; handle(${JSON.stringify(request)})`);
await writeFile(out, pyodide.makeMemorySnapshot());
