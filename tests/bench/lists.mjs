// Counts a list in the packed runtime under Node, as the page's worker does: node lists.mjs RUNTIME FILE ours|floor
// Writes the seconds, the rows that were counted, and the megabytes that WebAssembly's memory has grown by.
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PIECE = 512 * 1024; // as docs/assets/checker/reader.js
const FLOOR = `
import csv
def count():
    counts = {}
    with open("/list.csv", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            domain = row[0].rpartition("@")[2]
            counts[domain] = counts.get(domain, 0) + 1
    return sum(counts.values())
count`;
const [folder, path, which] = process.argv.slice(2);
const about = { do: "contacts", lang: "nb", root: "../" };

async function boot() {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf-8"));
  const base = join(folder, manifest.base);
  const checker = await readFile(join(base, manifest.lock.packages["checker-whole"].file_name));
  const { loadPyodide } = await import(pathToFileURL(join(base, "pyodide.mjs")).href);
  return loadPyodide({
    stdLibURL: join(base, "stdlib.zip"),
    lockFileContents: manifest.lock,
    env: { PYTHONPATH: "/lib/checker.zip" },
    fsInit: async (FS) => FS.writeFile("/lib/checker.zip", checker),
  });
}

const pyodide = await boot();
const handle = pyodide.pyimport("checker.browser").handle;
const ask = (request) => JSON.parse(handle(JSON.stringify({ id: 1, ...about, ...request })));
ask({ piece: btoa("a@example.com\n"), begin: "yes" });
ask({ fed: "yes" });
const memory = () => pyodide._module.HEAPU8.length / 1e6;

async function ours() {
  const file = await open(path);
  const buffer = Buffer.alloc(PIECE);
  let begin = "yes";
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, PIECE);
    if (bytesRead === 0) break;
    ask({ piece: buffer.subarray(0, bytesRead).toString("base64"), begin });
    begin = "";
  }
  const reply = ask({ fed: "yes" });
  if (!reply.ok) throw new Error(reply.error);
}

if (which === "floor") pyodide.FS.writeFile("/list.csv", await readFile(path));
const count = which === "floor" ? pyodide.runPython(FLOOR) : ours;
const [before, begun] = [memory(), performance.now()];
await count();
console.log(JSON.stringify({ seconds: (performance.now() - begun) / 1000, megabytes: memory() - before }));
