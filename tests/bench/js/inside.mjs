// The questions of tests/bench/domain.py put to the checker in Pyodide under Node: JSON on stdin and on stdout.
// Usage: node inside.mjs <the project's folder> <the folder of Python's packages>
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const [root, packages] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${root}/hooks/bundle/node_modules/pyodide/pyodide.mjs`).href);
const python = await loadPyodide({ stdout: () => {} });
for (const [folder, path] of [["/project", root], ["/packages", packages]]) {
  python.FS.mkdir(folder);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path }, folder);
}
python.globals.set("asked", await text(process.stdin));
const answer = await python.runPythonAsync(`
import sys
sys.path[:0] = ["/project", "/packages"]
from tests.bench.domain_rates import measure
measure(asked)
`);
console.log(answer);
