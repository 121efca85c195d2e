// Boots stock Pyodide under Node on the project's own sources, hands readers.py one job (JSON on stdin), and writes
// the answer (JSON) to stdout. Usage: node readers.mjs <folder of Pyodide> <folder of the project>
import { text } from "node:stream/consumers";

const [, , folder, project] = process.argv;
const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const pyodide = await loadPyodide({ stdout: (line) => console.error(line) });
pyodide.mountNodeFS("/project", project);
pyodide.runPython("import sys; sys.path.insert(0, '/project'); sys.dont_write_bytecode = True");
process.stdout.write(pyodide.pyimport("tests.bench.readers").answer(await text(process.stdin)));
