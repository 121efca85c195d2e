/**
 * @file Python's end of the border: fetches the runtime, checks it, starts Pyodide, and from then on passes text
 * through. It holds no Python and decides nothing.
 */

/** @import { Manifest, Reason, Stage, StartMessage } from "./messages.js" */
/** @import { PyodideAPI, loadPyodide } from "pyodide" */
/** @typedef {{compiled: Promise<WebAssembly.Module>, contents: Map<string, Promise<ArrayBuffer>>}} Parts */

const WASM = "pyodide.asm.wasm";
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.js"];
const STDLIB = "stdlib.zip";
const CHECKER = "/lib/checker.zip";
/** The checker in two sizes, as the lock file names them: what the questions need, and the tools as well. */
const FIRST = "checker", WHOLE = "checker-whole";
/** What the page sends before its first request that needs a tool. */
const WIDEN = '{"load":"whole"}';
const EMPTY_WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @param {Stage} stage @param {Reason} [reason] */
const tell = (stage, reason) => self.postMessage(JSON.stringify({ stage, reason }));

/** A failure with a name; everything else that is thrown is a crash. */
class Failure extends Error {
  /** @param {Reason} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** @param {Reason} reason @returns {(cause: unknown) => never} */
const failWith = (reason) => (cause) => {
  throw cause instanceof Failure ? cause : new Failure(reason, cause);
};

self.addEventListener("message", ({ data }) => void start(JSON.parse(data)), { once: true });

/** @param {StartMessage} message */
async function start({ runtime, whole }) {
  try {
    const python = await boot(new URL(runtime, self.location.href), whole ? WHOLE : FIRST);
    let before = Promise.resolve();
    self.addEventListener("message", ({ data }) => {
      before = before.then(() => (data === WIDEN ? python.widen() : answer(python.handle, data)));
    });
    tell("ready");
  } catch (error) {
    console.warn(error);
    tell("failed", error instanceof Failure ? error.reason : "crash");
  }
}

/**
 * Python catches what goes wrong in Python: whatever arrives here has broken the interpreter.
 * @param {(text: string) => string} handle @param {string} text
 */
function answer(handle, text) {
  try {
    self.postMessage(handle(text));
  } catch (error) {
    console.warn(error);
    tell("failed", "crash");
  }
}

/** @param {URL} runtime @param {string} size @returns {Promise<{handle: (text: string) => string, widen: () => Promise<void>}>} */
async function boot(runtime, size) {
  tell("fetch");
  await requireWasm();
  const manifest = await readManifest(new URL("manifest.json", runtime));
  const base = new URL(manifest.base, runtime);
  const parts = fetchParts(manifest, base, size);
  const here = Promise.all([parts.compiled, ...parts.contents.values()]).then(() => tell("start"));
  // Side by side: a broken file is reported even while Pyodide waits for it, which it would do for ever.
  const [pyodide] = await Promise.all([load(manifest, base, parts, size), here]);
  const edge = pyodide.pyimport("checker.browser");
  return { handle: edge.handle, widen: () => widen(pyodide, manifest, base, edge.invalidate_caches) };
}

/**
 * Puts the checker with its tools in place of the one without. If it does not come, the checker stays as it is, and a
 * request that needs a tool is answered with an error.
 * @param {PyodideAPI} pyodide @param {Manifest} manifest @param {URL} base @param {() => void} forget
 */
async function widen(pyodide, manifest, base, forget) {
  const name = checkerOf(manifest, WHOLE);
  try {
    const content = await fetchContent(new URL(name, base), /** @type {any} */ (manifest.files[name]));
    pyodide.FS.writeFile(CHECKER, new Uint8Array(content));
    forget();
  } catch (error) {
    console.warn(error);
  }
}

/** An empty module compiles wherever WebAssembly exists and the page's security policy allows it. */
async function requireWasm() {
  await WebAssemblyOrFailure().compile(EMPTY_WASM).catch(failWith("no-wasm"));
}

function WebAssemblyOrFailure() {
  if (typeof WebAssembly !== "object") throw new Failure("no-wasm");
  return WebAssembly;
}

/** @param {URL} url @returns {Promise<Manifest>} */
async function readManifest(url) {
  const response = await request(url, { cache: "no-cache" });
  const manifest = await response.json().catch(failWith("bad-file"));
  const needed = [...SCRIPTS, WASM, STDLIB, checkerOf(manifest, FIRST), checkerOf(manifest, WHOLE)];
  if (!needed.every((name) => manifest.files?.[name])) throw new Failure("bad-file");
  return manifest;
}

/** @param {Partial<Manifest>} manifest @param {string} size */
function checkerOf({ lock }, size) {
  return lock?.packages?.[size]?.file_name ?? "";
}

/** @param {URL} url @param {RequestInit} [init] */
async function request(url, init) {
  const response = await fetch(url, init).catch(failWith("missing-file"));
  if (!response.ok) throw new Failure("missing-file");
  return response;
}

/**
 * Requests every file at once. WebAssembly is compiled as it arrives, and the compiler checks it: copying and hashing
 * its megabytes as well was measured at a tenth of the start.
 * @param {Manifest} manifest @param {URL} base @param {string} size @returns {Parts}
 */
function fetchParts(manifest, base, size) {
  const compiled = request(new URL(WASM, base)).then(compile);
  const wanted = [...SCRIPTS, STDLIB, checkerOf(manifest, size)];
  const others = Object.entries(manifest.files).filter(([name]) => wanted.includes(name));
  const contents = new Map(others.map(([name, facts]) => [name, fetchContent(new URL(name, base), facts)]));
  return { compiled, contents };
}

/**
 * Compiles a response. Some servers do not know its type, and browsers compile nothing that is called otherwise.
 * @param {Response} response
 */
function compile(response) {
  const known = response.headers.get("content-type") === "application/wasm";
  const named = known ? response : new Response(response.body, { headers: { "content-type": "application/wasm" } });
  return WebAssembly.compileStreaming(named).catch(failWith("bad-file"));
}

/**
 * Reads a file whole and compares it with the manifest. Browsers offer no hash on plain http (localhost excepted):
 * there the length has to do.
 * @param {URL} url @param {{sha256: string, bytes: number}} facts
 */
async function fetchContent(url, { sha256, bytes }) {
  const response = await request(url);
  const content = await response.arrayBuffer().catch(failWith("missing-file"));
  if (content.byteLength !== bytes) throw new Failure("bad-file");
  if (crypto.subtle && (await hexHash(content)) !== sha256) throw new Failure("bad-file");
  return content;
}

/** @param {ArrayBuffer} content */
async function hexHash(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Manifest} manifest @param {URL} base @param {Parts} parts @param {string} size @returns {Promise<PyodideAPI>} */
async function load(manifest, base, parts, size) {
  const loader = await importLoader(base, parts);
  const checker = contentOf(parts, checkerOf(manifest, size));
  /** @type {() => void} */
  let restore = () => {};
  const broken = new Promise((_, reject) => {
    restore = handOver(base, parts, reject);
  });
  const loaded = loader.loadPyodide({
    indexURL: base.href,
    stdLibURL: new URL(STDLIB, base).href,
    // @ts-expect-error The types ask for a string or a promise, the code takes the object as well.
    lockFileContents: manifest.lock,
    packageBaseUrl: base.href,
    env: { PYTHONPATH: CHECKER },
    fsInit: async (FS) => FS.writeFile(CHECKER, new Uint8Array(await checker)),
  });
  return Promise.race([loaded, broken]).finally(restore);
}

/**
 * Imports Pyodide's two scripts once their content is known to be right; they come out of the browser's cache.
 * @param {URL} base @param {Parts} parts @returns {Promise<{loadPyodide: typeof loadPyodide}>}
 */
async function importLoader(base, parts) {
  await Promise.all(SCRIPTS.map((name) => contentOf(parts, name)));
  const [loader] = await Promise.all(SCRIPTS.map((name) => import(new URL(name, base).href)));
  return loader;
}

/** @param {Parts} parts @param {string} name */
function contentOf({ contents }, name) {
  return contents.get(name) ?? Promise.reject(new Failure("bad-file"));
}

/**
 * Gives Pyodide, while it loads, what is on its way already. It has no parameters for these: it would ask a second
 * time, compile only then, and wait for ever if that failed.
 * @param {URL} base @param {Parts} parts @param {(cause: unknown) => void} fail
 * @returns {() => void} puts everything back
 */
function handOver(base, parts, fail) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  const [stdlib, wasm] = [new URL(STDLIB, base).href, new URL(WASM, base).href];
  self.fetch = async (input, init) => {
    if (String(input) === stdlib) return new Response(await contentOf(parts, STDLIB));
    return String(input) === wasm ? new Response() : fetch(input, init);
  };
  WebAssembly.instantiateStreaming = (_, imports) => instantiate(parts, imports).catch(fail);
  return () => {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}

/** @param {Parts} parts @param {WebAssembly.Imports} [imports] @returns {Promise<any>} */
async function instantiate({ compiled }, imports) {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports).catch(failWith("bad-file")) };
}
