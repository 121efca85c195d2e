/**
 * @file The page's end of the border: starts the worker when first needed and gives each request its answer.
 * It knows no words and no routes, and importing it starts nothing.
 */
import "../trust.js"; // a worker is a script: browsers with Trusted Types ask a policy about its address

/** @import { Message, Reason, Refusal, Replies, Stage, StageMessage } from "./messages.js" */

/**
 * Milliseconds to wait: for the download, for Python to start, for one answer.
 * @typedef {{fetch: number, start: number, request: number}} Limits
 */

/**
 * @typedef {object} Options
 * @property {(stage: Stage, reason?: Reason) => void} [onstage] told of every change of stage
 * @property {Partial<Limits>} [limits]
 * @property {boolean} [whole] start with the tools, not only with what the questions need
 * @property {() => Worker} [spawn] makes the worker; tests put their own here
 */

/**
 * @typedef {object} Pending
 * @property {string} text the request, kept so that a new worker can be asked again
 * @property {boolean} whole
 * @property {(reply: any) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/** @type {Limits} */
const LIMITS = { fetch: 300_000, start: 60_000, request: 30_000 };

const spawnWorker = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** Python, or the way to it, is not there; `reason` says why. */
export class RuntimeFailure extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.name = "RuntimeFailure";
    /** @readonly */
    this.reason = reason;
  }
}

/** Python in a worker. After a failure, `start` or `request` begins anew. */
export class Client {
  /** @type {Stage} */ #stage = "idle";
  /** @type {Worker | undefined} */ #worker;
  /** @type {PromiseWithResolvers<void> | undefined} */ #started;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #watch;
  /** @type {Map<number, Pending>} */ #pending = new Map();
  #id = 0;
  #restarts = 0;
  #heard = false;
  #widened = false;
  /** @type {string} */ #runtime;
  /** @type {Limits} */ #limits;
  /** @type {NonNullable<Options["onstage"]>} */ #onstage;
  /** @type {NonNullable<Options["spawn"]>} */ #spawn;
  #whole;

  /**
   * @param {string | URL} runtimeUrl the folder with manifest.json
   * @param {Options} [options]
   */
  constructor(runtimeUrl, { onstage = () => {}, limits = {}, whole = false, spawn = spawnWorker } = {}) {
    this.#runtime = String(runtimeUrl);
    this.#onstage = onstage;
    this.#limits = { ...LIMITS, ...limits };
    this.#spawn = spawn;
    this.#whole = whole;
  }

  /** How far Python has come. */
  get state() {
    return this.#stage;
  }

  /**
   * Settles when Python is ready, or rejects with a RuntimeFailure; asking again while it starts is free.
   * @returns {Promise<void>}
   */
  start() {
    if (this.#started !== undefined) return this.#started.promise;
    const { promise } = (this.#started = deferred());
    this.#restarts = 0;
    this.#launch();
    return promise;
  }

  /**
   * Asks Python, starting it when needed. A refusal ({ok: false}) is an answer too; only a missing Python, a time
   * limit or an abort rejects.
   * @template {Message} M
   * @param {M} message
   * @param {{signal?: AbortSignal, whole?: boolean}} [options] `whole`: this needs the tools
   * @returns {Promise<Replies[M["do"]] | Refusal>}
   */
  async request(message, { signal, whole = false } = {}) {
    signal?.throwIfAborted();
    const id = ++this.#id;
    const asked = new Promise((resolve, reject) => {
      this.#pending.set(id, { text: JSON.stringify({ ...message, id }), whole, resolve, reject });
    });
    const forget = () => this.#settle(id, (pending) => pending.reject(signal?.reason));
    signal?.addEventListener("abort", forget);
    try {
      this.#begin(id);
      return await asked;
    } finally {
      signal?.removeEventListener("abort", forget);
    }
  }

  /** @param {number} id */
  #begin(id) {
    if (this.#stage === "ready") this.#ask(id);
    // A failed start rejects everything that is pending, so nobody has to listen here.
    else this.start().catch(() => {});
  }

  /** @param {number} id */
  #ask(id) {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    if (pending.whole && !this.#widened) this.#worker?.postMessage('{"load":"whole"}');
    this.#widened ||= pending.whole;
    this.#worker?.postMessage(pending.text);
    if (this.#watch === undefined) this.#watchOver("request");
  }

  #launch() {
    this.#heard = false;
    this.#widened = this.#whole;
    this.#enter("fetch");
    try {
      this.#worker = this.#spawn();
    } catch {
      this.#fail("no-worker");
      return;
    }
    const worker = this.#worker;
    worker.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    // Without a word before the error, the worker's own script did not load or module workers are unknown here.
    worker.onerror = () => this.#crash(this.#heard ? "crash" : "no-worker");
    worker.postMessage(JSON.stringify({ runtime: this.#runtime, whole: this.#whole }));
  }

  /** @param {StageMessage | Replies[keyof Replies] | Refusal} told */
  #hear(told) {
    this.#heard = true;
    if (!("stage" in told)) this.#answer(told);
    else if (told.stage === "failed") this.#crash(told.reason ?? "crash");
    else if (told.stage !== this.#stage) this.#enter(told.stage);
  }

  /** @param {Replies[keyof Replies] | Refusal} reply */
  #answer(reply) {
    this.#unwatch();
    if (reply.id !== null) this.#settle(reply.id, (pending) => pending.resolve(reply));
    if (this.#pending.size > 0) this.#watchOver("request");
  }

  /** @param {Stage} stage @param {Reason} [reason] */
  #enter(stage, reason) {
    this.#stage = stage;
    this.#unwatch();
    if (stage === "fetch" || stage === "start") this.#watchOver(stage);
    this.#onstage(stage, reason);
    if (stage !== "ready") return;
    this.#started?.resolve();
    for (const id of this.#pending.keys()) this.#ask(id);
  }

  /** @param {keyof Limits} what */
  #watchOver(what) {
    this.#watch = setTimeout(() => this.#crash("timeout"), this.#limits[what]);
  }

  #unwatch() {
    clearTimeout(this.#watch);
    this.#watch = undefined;
  }

  /**
   * A worker that was ready and broke down gets one successor, which is asked everything still open.
   * @param {Reason} reason
   */
  #crash(reason) {
    const worked = this.#stage === "ready";
    this.#dismiss();
    if (!worked || this.#restarts > 0) {
      this.#fail(reason);
      return;
    }
    this.#restarts += 1;
    this.#launch();
  }

  /** @param {Reason} reason */
  #fail(reason) {
    const started = this.#started;
    const failure = new RuntimeFailure(reason);
    this.#started = undefined;
    for (const id of [...this.#pending.keys()]) this.#settle(id, (pending) => pending.reject(failure));
    started?.reject(failure);
    this.#enter("failed", reason);
  }

  #dismiss() {
    this.#unwatch();
    if (this.#worker !== undefined) this.#worker.onmessage = this.#worker.onerror = null;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @param {number} id @param {(pending: Pending) => void} end */
  #settle(id, end) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending !== undefined) end(pending);
  }
}

/** Promise.withResolvers, which browsers have only had since 2024. @returns {PromiseWithResolvers<void>} */
function deferred() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  // A request that started Python hears of the failure itself; without this the browser would report it twice.
  made.promise.catch(() => {});
  return made;
}
