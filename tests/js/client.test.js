/** @file The client against a worker that a test plays by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../../docs/assets/checker/client.js";
import { samples } from "./contract.js";

/** @import { Message } from "../../docs/assets/checker/messages.js" */

class FakeWorker {
  /** @type {any[]} */ got = [];
  /** @type {((event: {data: string}) => void) | null} */ onmessage = null;
  /** @type {((event: {}) => void) | null} */ onerror = null;
  terminated = false;
  /** @param {string} text */
  postMessage(text) {
    assert.equal(typeof text, "string");
    this.got.push(JSON.parse(text));
  }
  terminate() {
    this.terminated = true;
  }
  /** @param {object} told */
  tell(told) {
    this.onmessage?.({ data: JSON.stringify(told) });
  }
  ready() {
    for (const stage of ["fetch", "start", "ready"]) this.tell({ stage });
  }
  breakDown() {
    this.onerror?.({});
  }
}

/** @param {import("../../docs/assets/checker/client.js").Options} [options] */
function setUp(options) {
  /** @type {FakeWorker[]} */
  const workers = [];
  /** @type {string[]} */
  const stages = [];
  const client = new Client("https://site.example/runtime/", {
    onstage: (stage, reason) => stages.push(reason ? `${stage}: ${reason}` : stage),
    spawn: () => /** @type {any} */ (workers[workers.push(new FakeWorker()) - 1]),
    ...options,
  });
  /** @param {number} index @returns {FakeWorker} */
  const worker = (index) => workers[index] ?? assert.fail(`there is no worker ${index}`);
  return { client, stages, workers, worker };
}

/** @type {Message} */
const VIEW = { do: "view", lang: "nb", root: "../", state: "" };
const failsWith = (/** @type {string} */ reason) => ({ name: "RuntimeFailure", reason });

test("nothing starts before it is needed", () => {
  const { client, workers } = setUp();
  assert.equal(client.state, "idle");
  assert.equal(workers.length, 0);
});

test("a start goes through its stages and tells the worker where the runtime lies", async () => {
  const { client, stages, worker, workers } = setUp();
  const started = client.start();
  assert.equal(client.start(), started);
  worker(0).ready();
  await started;
  assert.deepEqual(stages, ["fetch", "start", "ready"]);
  assert.deepEqual(worker(0).got, [{ runtime: "https://site.example/runtime/", whole: false }]);
  assert.equal(client.state, "ready");
  assert.equal(workers.length, 1);
});

test("requests made while Python starts are asked once it is ready", async () => {
  const { client, worker } = setUp();
  const asked = client.request(VIEW);
  assert.equal(worker(0).got.length, 1);
  worker(0).ready();
  assert.deepEqual(worker(0).got[1], { ...VIEW, id: 1 });
  worker(0).tell({ id: 1, ok: true, html: "", title: "", state: "" });
  assert.equal((await asked).ok, true);
});

test("each answer finds its request, in whatever order they come", async () => {
  const { client, worker } = setUp();
  const [first, second] = [client.request(VIEW), client.request(VIEW)];
  worker(0).ready();
  worker(0).tell({ id: 2, ok: true, title: "second" });
  worker(0).tell({ id: 1, ok: true, title: "first" });
  assert.equal(/** @type {any} */ (await first).title, "first");
  assert.equal(/** @type {any} */ (await second).title, "second");
});

test("a refusal is an answer", async () => {
  const { client, worker } = setUp();
  const asked = client.request(VIEW);
  worker(0).ready();
  worker(0).tell({ id: 1, ok: false, error: "bad_request" });
  assert.deepEqual(await asked, { id: 1, ok: false, error: "bad_request" });
});

test("an answer to nobody is ignored", async () => {
  const { client, worker } = setUp();
  const asked = client.request(VIEW);
  worker(0).ready();
  worker(0).tell({ id: 99, ok: true });
  worker(0).tell({ id: null, ok: false, error: "bad_request" });
  worker(0).tell({ id: 1, ok: true });
  assert.equal((await asked).id, 1);
});

test("a worker that says why it failed ends the start with that reason", async () => {
  const { client, stages, worker } = setUp();
  const started = client.start();
  const asked = client.request(VIEW);
  worker(0).tell({ stage: "fetch" });
  worker(0).tell({ stage: "failed", reason: "missing-file" });
  await assert.rejects(started, failsWith("missing-file"));
  await assert.rejects(asked, failsWith("missing-file"));
  assert.deepEqual(stages, ["fetch", "failed: missing-file"]);
  assert.equal(worker(0).terminated, true);
});

test("a worker script that does not load is no worker", async () => {
  const { client, worker } = setUp();
  const started = client.start();
  worker(0).breakDown();
  await assert.rejects(started, failsWith("no-worker"));
});

test("a browser without workers is told apart", async () => {
  const { client } = setUp({
    spawn: () => {
      throw new ReferenceError("Worker is not defined");
    },
  });
  await assert.rejects(client.start(), failsWith("no-worker"));
  assert.equal(client.state, "failed");
});

test("after a failure a new start begins anew", async () => {
  const { client, worker } = setUp();
  const started = client.start();
  worker(0).breakDown();
  await assert.rejects(started);
  const again = client.start();
  worker(1).ready();
  await again;
  assert.equal(client.state, "ready");
});

test("after one crash a new worker is asked all that is still open", async () => {
  const { client, worker } = setUp();
  const [first, second] = [client.request(VIEW), client.request({ ...VIEW, state: "role=it" })];
  worker(0).ready();
  worker(0).tell({ id: 1, ok: true });
  await first;
  worker(0).breakDown();
  assert.equal(worker(0).terminated, true);
  worker(1).ready();
  assert.deepEqual(worker(1).got.slice(1), [{ ...VIEW, state: "role=it", id: 2 }]);
  worker(1).tell({ id: 2, ok: true });
  assert.equal((await second).id, 2);
});

test("a second crash is a failure", async () => {
  const { client, worker, workers } = setUp();
  const asked = client.request(VIEW);
  worker(0).ready();
  worker(0).tell({ stage: "failed", reason: "crash" });
  worker(1).ready();
  worker(1).tell({ stage: "failed", reason: "crash" });
  await assert.rejects(asked, failsWith("crash"));
  assert.equal(client.state, "failed");
  assert.equal(workers.length, 2);
});

test("an aborted request ends with the caller's reason, and its late answer is ignored", async () => {
  const { client, worker } = setUp();
  const abort = new AbortController();
  const asked = client.request(VIEW, { signal: abort.signal });
  worker(0).ready();
  abort.abort(new Error("newer question"));
  await assert.rejects(asked, /newer question/);
  worker(0).tell({ id: 1, ok: true });
  await assert.rejects(client.request(VIEW, { signal: abort.signal }), /newer question/);
});

for (const stages of [[], ["fetch"], ["fetch", "start"]]) {
  test(`a start that stands still after [${stages}] ends with "timeout"`, async () => {
    const { client, worker } = setUp({ limits: { fetch: 5, start: 5 } });
    const started = client.start();
    for (const stage of stages) worker(0).tell({ stage });
    await assert.rejects(started, failsWith("timeout"));
    assert.equal(worker(0).terminated, true);
  });
}

test("a request that never ends costs one worker, then fails", async () => {
  const { client, worker, workers } = setUp({
    limits: { request: 5 },
    onstage: (stage) => stage === "fetch" && queueMicrotask(() => workers.at(-1)?.ready()),
  });
  await assert.rejects(client.request(VIEW), failsWith("timeout"));
  assert.deepEqual([worker(0).terminated, worker(1).terminated, workers.length], [true, true, 2]);
});

for (const { name, request } of samples.filter((sample) => sample.reply["ok"])) {
  test(`${name} reaches the worker as it is, with the client's own number`, () => {
    const { client, worker } = setUp();
    client.request(/** @type {any} */ (request)).catch(() => {});
    worker(0).ready();
    assert.deepEqual(worker(0).got[1], { ...request, id: 1 });
  });
}
