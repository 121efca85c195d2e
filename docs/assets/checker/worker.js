/**
 * @file Python's end of the border: fetches the runtime, checks it, starts Pyodide, and from then on passes text
 * through. It holds no Python and decides nothing.
 */

/** @import { Manifest, Reason, Stage, StartMessage } from "./messages.js" */
/** @import { PyodideAPI, loadPyodide } from "pyodide" */
/** @typedef {{response: Promise<Response>, content: Promise<ArrayBuffer>}} Transfer */

const WASM = "pyodide.asm.wasm";
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.js"];
const STDLIB = "stdlib.zip";
const CHECKER = "/lib/checker.zip";
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
async function start({ runtime }) {
  try {
    const handle = await boot(new URL(runtime, self.location.href));
    self.addEventListener("message", ({ data }) => answer(handle, data));
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

/** @param {URL} runtime @returns {Promise<(text: string) => string>} */
async function boot(runtime) {
  tell("fetch");
  await requireWasm();
  const manifest = await readManifest(new URL("manifest.json", runtime));
  const base = new URL(manifest.base, runtime);
  const transfers = transferAll(manifest, base);
  const checked = Promise.all([...transfers.values()].map(({ content }) => content)).then(() => tell("start"));
  // All at once: a broken file is reported even while Pyodide waits for it, which it would do for ever.
  const compiled = compile(transfers);
  const [pyodide] = await Promise.all([load(manifest, base, transfers, compiled), compiled, checked]);
  return pyodide.pyimport("checker.browser").handle;
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
  const needed = [...SCRIPTS, WASM, STDLIB, checkerOf(manifest)];
  if (!needed.every((name) => manifest.files?.[name])) throw new Failure("bad-file");
  return manifest;
}

/** The lock file names one package. @param {Partial<Manifest>} manifest */
function checkerOf({ lock }) {
  return Object.values(lock?.packages ?? {})[0]?.file_name ?? "";
}

/** @param {URL} url @param {RequestInit} [init] */
async function request(url, init) {
  const response = await fetch(url, init).catch(failWith("missing-file"));
  if (!response.ok) throw new Failure("missing-file");
  return response;
}

/** Requests every file at once. @param {Manifest} manifest @param {URL} base @returns {Map<string, Transfer>} */
function transferAll({ files }, base) {
  return new Map(
    Object.entries(files).map(([name, facts]) => {
      const response = request(new URL(name, base));
      // The copy is read here; the original streams to whoever compiles it.
      const content = response.then((original) => read(original.clone(), facts));
      return [name, { response, content }];
    }),
  );
}

/**
 * Reads a file whole and compares it with the manifest. Browsers offer no hash on plain http (localhost excepted):
 * there the length has to do.
 * @param {Response} response @param {{sha256: string, bytes: number}} facts
 */
async function read(response, { sha256, bytes }) {
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

/**
 * @param {Manifest} manifest @param {URL} base @param {Map<string, Transfer>} transfers
 * @param {Promise<WebAssembly.Module>} compiled @returns {Promise<PyodideAPI>}
 */
async function load(manifest, base, transfers, compiled) {
  const loader = await importLoader(base, transfers);
  const checker = contentOf(transfers, checkerOf(manifest));
  const restore = handOver(base, transfers, compiled);
  try {
    return await loader.loadPyodide({
      indexURL: base.href,
      stdLibURL: new URL(STDLIB, base).href,
      // @ts-expect-error The types ask for a string or a promise, the code takes the object as well.
      lockFileContents: manifest.lock,
      packageBaseUrl: base.href,
      env: { PYTHONPATH: CHECKER },
      fsInit: async (FS) => FS.writeFile(CHECKER, new Uint8Array(await checker)),
    });
  } finally {
    restore();
  }
}

/**
 * Imports Pyodide's two scripts once their content is known to be right; they come out of the browser's cache.
 * @param {URL} base @param {Map<string, Transfer>} transfers @returns {Promise<{loadPyodide: typeof loadPyodide}>}
 */
async function importLoader(base, transfers) {
  await Promise.all(SCRIPTS.map((name) => contentOf(transfers, name)));
  const [loader] = await Promise.all(SCRIPTS.map((name) => import(new URL(name, base).href)));
  return loader;
}

/** @param {Map<string, Transfer>} transfers @param {string} name */
function contentOf(transfers, name) {
  return transfers.get(name)?.content ?? Promise.reject(new Failure("bad-file"));
}

/** Compiles while the rest is still on its way. @param {Map<string, Transfer>} transfers */
async function compile(transfers) {
  const response = await /** @type {Transfer} */ (transfers.get(WASM)).response;
  return WebAssembly.compileStreaming(asWasm(response)).catch(failWith("bad-file"));
}

/** Some servers do not know the type, and browsers compile nothing that is called otherwise. @param {Response} response */
function asWasm(response) {
  if (response.headers.get("content-type") === "application/wasm") return response;
  return new Response(response.body, { headers: { "content-type": "application/wasm" } });
}

/**
 * Gives Pyodide, while it loads, what is here already: it would ask for the files a second time, compile only then,
 * and wait for ever if that failed. It takes no such parts as parameters.
 * @param {URL} base @param {Map<string, Transfer>} transfers @param {Promise<WebAssembly.Module>} compiled
 * @returns {() => void} puts everything back
 */
function handOver(base, transfers, compiled) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  const stdlib = new URL(STDLIB, base).href;
  const wasm = new URL(WASM, base).href;
  self.fetch = async (input, init) => {
    if (String(input) === stdlib) return new Response(await contentOf(transfers, STDLIB));
    return String(input) === wasm ? new Response() : fetch(input, init);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return () => {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}
