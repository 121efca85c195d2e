// Boots Pyodide under Node, hands it inside.py and one job (JSON on stdin), and writes the answer (JSON) to stdout.
// Usage: node run.mjs <python_stdlib.zip>
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { loadPyodide } from "pyodide";

async function boot() {
  const inside = await readFile(new URL("inside.py", import.meta.url));
  return loadPyodide({
    stdLibURL: process.argv[2],
    // The same bytes from the same sources, whatever the day: no random order of sets.
    env: { PYTHONHASHSEED: "0", PYTHONPATH: "/bundle" },
    fsInit: async (FS) => {
      FS.mkdirTree("/bundle");
      FS.writeFile("/bundle/inside.py", inside);
    },
    stdout: (line) => console.error(line),
  });
}

try {
  const pyodide = await boot();
  process.stdout.write(pyodide.pyimport("inside").answer(await text(process.stdin)));
} catch (error) {
  // The message is Python's traceback; Node would print a megabyte of minified script around it.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
