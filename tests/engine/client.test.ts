import { afterEach, expect, onTestFinished, test } from "vitest";
import { EngineClient } from "../../src/engine/client.ts";
import { Needs } from "../../src/engine/needs.ts";
import type { ComputeReply, ComputeRequest, Progress } from "../../src/engine/protocol.ts";
import { FakeWorker, request } from "./fake-worker.ts";

afterEach(() => FakeWorker.reset());

function client(limits = {}) {
  const engine = new EngineClient(() => FakeWorker.start(), { stop: 20, answer: 10_000, beat: 10_000, silence: 60_000, ...limits });
  onTestFinished(() => engine.close());
  return engine;
}

function run(
  engine: EngineClient,
  asked: ComputeRequest,
  signal = new AbortController().signal,
  onProgress: (progress: Progress) => void = () => undefined,
) {
  return engine.run(asked, { signal, onProgress });
}

const n = (reply: ComputeReply) => (reply.state === "done" ? reply.result.n : reply.state);
const sum = (key: string) => request("sum", {}, { inputs: { from: key } });
const big = { files: { "big.csv": [{ name: "big.csv", file: new Blob(["x"]), modified: 0 }] } };

test("run(request) computes in a worker that is started once, and keeps the value for the cells that read it", async () => {
  const engine = client();
  expect(FakeWorker.started).toHaveLength(0);
  const count = request("count", { to: 5 });
  expect(engine.holds(count.key)).toBe(false);
  expect(await run(engine, count)).toMatchObject({ state: "done", bytes: 40, shape: { name: "count", rows: 5, columns: [{ name: "n" }] } });
  expect(engine.holds(count.key)).toBe(true);
  // By hand: 0 + 1 + 2 + 3 + 4.
  expect(n(await run(engine, sum(count.key)))).toBe(10);
  expect(FakeWorker.started).toHaveLength(1);
});

test("run(request) gives errors as problems, without a stack trace", async () => {
  const engine = client();
  const problem = { problem: "Journeybook itself failed here: x is undefined" };
  expect(await run(engine, request("broken"))).toMatchObject({ state: "failed", problem });
  expect(await run(engine, request("magic"))).toMatchObject({ state: "failed", problem: { problem: 'There is no kind of cell "magic" here.' } });
});

test("run(request) tells which inputs it needs, and what was never held is not held", async () => {
  const engine = client();
  expect(await run(engine, sum("lost"))).toEqual({ state: "needs", keys: ["lost"] });
  expect(engine.holds("lost")).toBe(false);
});

test("run(request) says how far it is, and stops between two slices of work without ending the worker", async () => {
  const engine = client({ stop: 10_000 });
  const stopping = new AbortController();
  const heard: Progress[] = [];
  const reply = await run(engine, request("slow"), stopping.signal, (progress) => {
    heard.push(progress);
    stopping.abort();
  });
  expect(reply).toEqual({ state: "stopped" });
  expect(heard[0]).toMatchObject({ doing: "Waiting" });
  expect(FakeWorker.started).toHaveLength(1);
});

test("run(request) that is in a loop without end is stopped by ending its worker, and the others do not notice", async () => {
  const engine = client();
  const count = request("count", { to: 4 });
  await run(engine, count);
  const stopping = new AbortController();
  const runaway = run(engine, request("runaway"), stopping.signal);
  await new Promise<void>((resolve) => {
    const look = () => (FakeWorker.started[0]!.isFrozen ? resolve() : setImmediate(look));
    look();
  });
  const other = run(engine, request("count", { to: 3 }));
  stopping.abort();
  expect(await runaway).toEqual({ state: "stopped" });
  expect(n(await other)).toBe(0);
  expect(FakeWorker.started.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  expect(engine.holds(count.key)).toBe(false);
  expect(await run(engine, sum(count.key))).toEqual({ state: "needs", keys: [count.key] });
});

test("run(request) whose signal is already given up starts nothing", async () => {
  expect(await run(client(), request("count", { to: 3 }), AbortSignal.abort())).toEqual({ state: "stopped" });
  expect(FakeWorker.started).toHaveLength(0);
});

test("run(request) brings back from a snapshot what a dead worker held, and reads the file no second time", async () => {
  const engine = client();
  // 200,000 numbers are 1.6 MB, enough for a snapshot.
  const count = request("count", { to: 200_000 }, big);
  const reply = await run(engine, count);
  expect(reply).toMatchObject({ state: "done", content: expect.stringMatching(/^[0-9a-f]{32}$/), snapshot: expect.any(Blob) });
  FakeWorker.started[0]!.crash();
  expect(engine.holds(count.key)).toBe(true);
  // By hand: 200,000 × 199,999 / 2.
  expect(n(await run(engine, sum(count.key)))).toBe(19_999_900_000);
  expect(FakeWorker.computed).toEqual(["count", "sum"]);
  expect(FakeWorker.started).toHaveLength(2);
});

test("run(request) is sent again when the worker dies under it, and given up when the next one dies too", async () => {
  const engine = client();
  const reply = await run(engine, request("crash"));
  expect(reply).toMatchObject({ state: "failed", problem: { problem: expect.stringMatching(/memory ran out/) } });
  expect(FakeWorker.computed).toEqual(["crash", "crash"]);
  expect(n(await run(engine, request("count", { to: 3 })))).toBe(0);
});

test("run(request) takes a worker that stays silent for dead", async () => {
  const engine = client({ beat: 5, silence: 20 });
  expect(await run(engine, request("runaway"))).toMatchObject({ state: "failed", problem: { problem: expect.stringMatching(/memory ran out/) } });
  expect(FakeWorker.started.length).toBeGreaterThanOrEqual(2);
});

test("run(request) fails in words when no worker can be started, and tries again the next time", async () => {
  let isBroken = true;
  const engine = new EngineClient(() => (isBroken ? Promise.reject(new Error("no")) : FakeWorker.start()));
  onTestFinished(() => engine.close());
  expect(await run(engine, request("count", { to: 3 }))).toMatchObject({
    state: "failed",
    problem: { remedy: expect.stringMatching(/^Reload the page/) },
  });
  isBroken = false;
  expect(n(await run(engine, request("count", { to: 3 })))).toBe(0);
});

test("rows(query) gives pages of a table that stays in the worker, in order, and says what is wrong in words", async () => {
  const engine = client();
  const count = request("count", { to: 60_000 });
  const reply = await run(engine, count);
  expect(reply).toMatchObject({ result: { tables: { main: { rows: 200, truncatedFrom: 60_000 } } } });
  const orderBy = { column: "n", descending: true };
  const page = await engine.rows({ key: count.key, table: "main", from: 1, to: 4, orderBy });
  expect([...page.columns[0]!.values]).toEqual([59_998, 59_997, 59_996]);
  await expect(engine.rows({ key: count.key, table: "nope", from: 0, to: 1 })).rejects.toThrow('There is no table "nope" here.');
  await expect(engine.rows({ key: "lost", table: "main", from: 0, to: 1 })).rejects.toThrow(Needs);
});

test("rows(query) fails when the worker misses the deadline, and the next worker answers", async () => {
  const engine = client({ answer: 20 });
  await run(engine, request("count", { to: 3 }));
  FakeWorker.started[0]!.isFrozen = true;
  await expect(engine.rows({ key: "x", table: "main", from: 0, to: 1 })).rejects.toThrow("The worker did not answer in time.");
  expect(n(await run(engine, request("count", { to: 3 })))).toBe(0);
});

test("members(request, pick) says in words when marks do not stand for customers", async () => {
  await expect(client().members(request("count"), { table: "main", row: {} })).rejects.toThrow('The marks of "count" do not stand for customers.');
});

test("forget(keys) drops values and their snapshots", async () => {
  const engine = client();
  const count = request("count", { to: 200_000 }, big);
  await run(engine, count);
  engine.forget([count.key]);
  expect(engine.holds(count.key)).toBe(false);
  expect(await run(engine, sum(count.key))).toEqual({ state: "needs", keys: [count.key] });
});

test("close() settles what is under way", async () => {
  const engine = client();
  const slow = run(engine, request("slow"));
  engine.close();
  expect(await slow).toMatchObject({ state: "failed", problem: { problem: "The notebook was closed." } });
});
