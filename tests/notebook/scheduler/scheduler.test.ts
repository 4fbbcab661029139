import { expect, test } from "vitest";
import { Scheduler } from "../../../src/notebook/scheduler/scheduler.ts";
import { catalog, source, type Line } from "./notebooks.ts";
import { FakeEngine, file, said } from "./fake-engine.ts";

const orders = file("orders.csv", "O");
const chain: Line[] = [
  ["read a", { file: "orders.csv" }],
  ["step b", { from: "a", n: 1 }],
  ["step c", { from: "b", n: 2 }],
];
const edited = (n: number): Line[] => [chain[0]!, ["step b", { from: "a", n }], chain[2]!];

function started(lines: readonly Line[] = chain, files = [orders]) {
  const engine = new FakeEngine();
  const scheduler = new Scheduler(engine, catalog);
  const states = () => scheduler.all().map(({ state }) => state);
  const edit = async (next: readonly Line[], nextFiles = files) => {
    scheduler.update(source(next, nextFiles));
    await scheduler.settled();
  };
  scheduler.update(source(lines, files));
  return { engine, scheduler, states, edit };
}

test("update(source) runs cells after those they read, one at a time, and says how each came about", async () => {
  const { engine, scheduler, states } = started();
  expect(states()).toEqual(["running", "queued", "queued"]);
  expect(scheduler.state("c")!.because).toBe("b");
  await scheduler.settled();
  expect(engine.ran).toEqual(["a", "b", "c"]);
  expect(states()).toEqual(["done", "done", "done"]);
  // By hand: each step wraps the formula of what it reads.
  expect(said(scheduler.state("c")!.result)).toBe("step(2,step(1,read(,O)))");
  expect(scheduler.timings()).toEqual({ a: 1, b: 1, c: 1 });
});

test("update(source) runs nothing for the same parameters, for an undo, or for what only changes looks", async () => {
  const { engine, scheduler, states, edit } = started();
  await scheduler.settled();
  await edit([chain[0]!, ["step b", { n: 1, from: "a", height: 40 }], chain[2]!]);
  await edit(edited(5));
  expect(engine.ran).toEqual(["a", "b", "c", "b", "c"]);
  await edit(chain);
  expect(engine.ran).toHaveLength(5);
  expect(states()).toEqual(["done", "cached", "cached"]);
  expect(said(scheduler.state("c")!.result)).toBe("step(2,step(1,read(,O)))");
});

test("update(source) reads a file dropped again, and runs nothing after it when the bytes are the same", async () => {
  const { engine, scheduler, states, edit } = started();
  await scheduler.settled();
  await edit(chain, [file("orders.csv", "O", 7)]);
  expect(engine.ran).toEqual(["a", "b", "c", "a"]);
  expect(states()).toEqual(["done", "done", "done"]);
  await edit(chain, [file("orders.csv", "P", 8)]);
  expect(engine.ran.slice(4)).toEqual(["a", "b", "c"]);
  expect(said(scheduler.state("c")!.result)).toBe("step(2,step(1,read(,P)))");
});

test("update(source) runs everything when a setting changes that results depend on", async () => {
  const { engine, scheduler } = started();
  await scheduler.settled();
  scheduler.update(source(chain, [orders], { timezone: "Europe/Berlin" }));
  await scheduler.settled();
  expect(engine.ran).toEqual(["a", "b", "c", "a", "b", "c"]);
});

test("update(source) stops at once what it outdates, and keeps the last result until the next is there", async () => {
  const { engine, scheduler, states, edit } = started();
  await scheduler.settled();
  engine.isHolding = true;
  scheduler.update(source(edited(5), [orders]));
  expect(scheduler.state("b")).toMatchObject({ state: "running", current: false });
  expect(said(scheduler.state("b")!.result)).toBe("step(1,read(,O))");
  engine.isHolding = false;
  await edit(edited(6));
  expect(engine.stopped).toEqual(["b"]);
  expect(states()).toEqual(["done", "done", "done"]);
  expect(said(scheduler.state("c")!.result)).toBe("step(2,step(6,read(,O)))");
});

test("update(source) lets a cell nobody changed go on", async () => {
  const { engine, scheduler, edit } = started();
  await edit([...chain, ["read z", { file: "orders.csv" }]]);
  expect(engine.stopped).toEqual([]);
  expect(engine.ran).toEqual(["a", "b", "c"]);
  expect(scheduler.state("z")!.state).toBe("done");
});

test("update(source) stops the run of a cell that is deleted, and tells its listeners that it is gone", async () => {
  const { engine, scheduler } = started();
  const heard: unknown[] = [];
  scheduler.subscribe("a", (_, state) => heard.push(state));
  scheduler.update(source([], []));
  await scheduler.settled();
  expect(engine.stopped).toEqual(["a"]);
  expect(scheduler.state("a")).toBeUndefined();
  expect(heard.at(-1)).toBeNull();
});

test("update(source) tells circles, duplicates and missing names on the cells, and blocks what reads them with the root's name", async () => {
  const { engine, scheduler } = started(
    [
      ["step vip", { from: "comeback" }],
      ["step comeback", { from: "loyal" }],
      ["step loyal", { from: "vip" }],
      ["step twice", { from: "a" }],
      ["step twice", { from: "a" }],
      ["step lonely", { from: "nobody" }],
      ["step after", { from: "lonely" }],
      ["step last", { from: "after" }],
      ["step behind", { from: "loyal" }],
      ["step follows", { from: "a", n: { control: "period" } }],
      ["read a", { file: "orders.csv" }],
    ],
    [orders],
  );
  await scheduler.settled();
  const problem = (name: string) => scheduler.state(name)!.problem!.problem;
  expect(problem("vip")).toBe('"vip", "comeback" and "loyal" wait for each other: vip reads comeback, comeback reads loyal, loyal reads vip.');
  expect(problem("twice")).toBe('2 cells are named "twice".');
  expect(scheduler.state("lonely")).toMatchObject({ state: "invalid", problem: { problem: 'There is no cell "nobody".', param: "from" } });
  expect(scheduler.state("last")).toMatchObject({ state: "blocked", because: "lonely" });
  expect(problem("last")).toBe('Waits for "lonely": There is no cell "nobody".');
  expect(scheduler.state("behind")).toMatchObject({ state: "blocked", because: "loyal" });
  expect(scheduler.state("follows")).toMatchObject({ state: "invalid", problem: { param: "n" } });
  expect(problem("follows")).toBe('"n" follows "period", and there is no such control.');
  expect(engine.ran).toEqual(["a"]);
});

test("update(source) says which parameter is wrong, which input does not suit, and which kind is unknown", async () => {
  const { scheduler } = started([
    ["read a", { file: "orders.csv" }],
    ["step b", { from: "a", n: 101 }],
    ["stay c", { from: "a" }],
    ["line j", { from: "a" }],
    ["step d", { from: "j" }],
    ["step e", { from: "j.audit" }],
    ["magic f"],
  ]);
  await scheduler.settled();
  const problems = Object.fromEntries(scheduler.all().map(({ name, problem }) => [name, problem?.problem ?? null]));
  expect(problems).toEqual({
    a: null,
    b: '"n" must be a number from 0 to 100. Got 101.',
    c: '"from" needs a journey, and "a" gives a table.',
    j: null,
    d: '"from" needs a table, and "j" gives a journey.',
    e: null,
    f: 'There is no kind of cell "magic".',
  });
});

test("update(source) waits for files by name or pattern, and runs when they come", async () => {
  const { engine, scheduler, edit } = started(
    [
      ["read a", { file: ["orders-*.csv", "crm.csv"] }],
      ["step b", { from: "a" }],
    ],
    [file("orders-10.csv", "10"), file("orders-2.csv", "2")],
  );
  expect(scheduler.state("a")).toMatchObject({ state: "missing", missingFiles: ["crm.csv"], problem: { problem: '"crm.csv" is not here.' } });
  expect(scheduler.state("b")).toMatchObject({ state: "blocked", because: "a" });
  await edit([["read a", { file: ["orders-*.csv", "crm.csv"] }]], [file("orders-10.csv", "10"), file("crm.csv", "C"), file("orders-2.csv", "2")]);
  expect(engine.ran).toEqual(["a"]);
  // By hand: numbers in names count as numbers.
  expect(said(scheduler.state("a")!.result)).toBe("read(,2,10,C)");
});

test("update(source) blocks what reads a cell that failed, and runs both when it is mended", async () => {
  const { engine, scheduler, states, edit } = started();
  engine.failing = /^step\(1/;
  await scheduler.settled();
  expect(states()).toEqual(["done", "error", "blocked"]);
  expect(scheduler.state("c")!.problem!.problem).toBe('Waits for "b": step(1,read(,O)) fails.');
  await edit([...chain, ["read z", { file: "orders.csv" }]]);
  expect(engine.ran).toEqual(["a", "b"]);
  await edit(edited(3));
  expect(states()).toEqual(["done", "done", "done"]);
});

test("run(name) tries again what failed", async () => {
  const { engine, scheduler, states } = started();
  engine.failing = /^step\(1/;
  await scheduler.settled();
  engine.failing = /never/;
  scheduler.run("c");
  await scheduler.settled();
  expect(states()).toEqual(["done", "done", "done"]);
});

test("auto = false makes changed cells stale, and run(name) runs one with the stale ones it reads", async () => {
  const { engine, scheduler, states, edit } = started([...chain, ["step d", { from: "b", n: 3 }]]);
  await scheduler.settled();
  scheduler.auto = false;
  await edit([...edited(9), ["step d", { from: "b", n: 3 }]]);
  expect(states()).toEqual(["done", "stale", "stale", "stale"]);
  expect(scheduler.state("c")).toMatchObject({ because: "b", current: false });
  expect(said(scheduler.state("c")!.result)).toBe("step(2,step(1,read(,O)))");
  scheduler.run("c");
  await scheduler.settled();
  expect(states()).toEqual(["done", "done", "done", "stale"]);
  scheduler.runAll();
  await scheduler.settled();
  expect(states()).toEqual(["done", "done", "done", "done"]);
  expect(engine.ran.slice(4)).toEqual(["b", "c", "d"]);
});

test("auto = false leaves a cell that never ran fresh, and settles though an asked cell's input was changed meanwhile", async () => {
  const engine = new FakeEngine();
  const scheduler = new Scheduler(engine, catalog);
  scheduler.auto = false;
  scheduler.update(source(chain, [orders]));
  await scheduler.settled();
  expect(scheduler.all().map(({ state }) => state)).toEqual(["fresh", "fresh", "fresh"]);
  engine.isHolding = true;
  scheduler.run("c");
  scheduler.update(source([["read a", { file: "orders.csv" }], ["step b", { from: "a", n: 4 }], chain[2]!], [file("orders.csv", "Q", 3)]));
  engine.isHolding = false;
  engine.release();
  await scheduler.settled();
  expect(said(scheduler.state("c")!.result)).toBe("step(2,step(4,read(,Q)))");
});

test("stop(name) cancels a cell and blocks what reads it; everything else goes on, and a change runs it again", async () => {
  const { scheduler, states, edit } = started([...chain, ["read z", { file: "orders.csv" }]]);
  scheduler.stop("b");
  await scheduler.settled();
  expect(states()).toEqual(["done", "cancelled", "blocked", "done"]);
  expect(scheduler.state("c")).toMatchObject({ because: "b", problem: { problem: 'Waits for "b": It was stopped.' } });
  await edit([...edited(2), ["read z", { file: "orders.csv" }]]);
  expect(states()).toEqual(["done", "done", "done", "done"]);
});

test("stop() cancels what runs and what waits; runAll() takes it up again", async () => {
  const { engine, scheduler, states } = started();
  engine.isHolding = true;
  scheduler.update(source(edited(8), [file("orders.csv", "R", 1)]));
  scheduler.stop();
  await scheduler.settled();
  expect(states()).toEqual(["cancelled", "blocked", "blocked"]);
  engine.isHolding = false;
  scheduler.runAll();
  await scheduler.settled();
  expect(states()).toEqual(["done", "done", "done"]);
});

test("setVisible(names) runs first what visible cells need", async () => {
  const engine = new FakeEngine();
  const scheduler = new Scheduler(engine, catalog);
  scheduler.setVisible(["far"]);
  scheduler.update(source([...chain, ["read z", { file: "orders-z.csv" }], ["step far", { from: "z" }]], [orders, file("orders-z.csv", "Z")]));
  await scheduler.settled();
  expect(engine.ran).toEqual(["z", "far", "a", "b", "c"]);
});

test("update(source) runs again what the worker lost, when something needs it, and keeps showing it", async () => {
  const { engine, scheduler, states, edit } = started();
  await scheduler.settled();
  engine.values.clear();
  engine.ran.length = 0;
  await edit([...chain.slice(0, 2), ["step c", { from: "b", n: 7 }]]);
  expect(engine.ran).toEqual(["a", "b", "c"]);
  expect(states()).toEqual(["done", "done", "done"]);
});

test("update(source) takes the engine's word when it needs more than it said it holds", async () => {
  const { engine, scheduler, edit } = started();
  await scheduler.settled();
  engine.ran.length = 0;
  const { values } = engine;
  const { key } = scheduler.state("b")!;
  engine.holds = (asked) => values.has(asked) || asked === key;
  values.delete(key!);
  await edit([...chain.slice(0, 2), ["step c", { from: "b", n: 7 }]]);
  expect(engine.ran).toEqual(["c", "b", "c"]);
  expect(scheduler.state("c")!.state).toBe("done");
});

test("update(source) gives a cell up when the worker loses what it reads again and again", async () => {
  const { engine, scheduler } = started();
  await scheduler.settled();
  const run = engine.run.bind(engine);
  engine.run = async (request, options) => {
    const [needed] = Object.values(request.inputs);
    return request.name === "c" ? { state: "needs", keys: [needed!] } : run(request, options);
  };
  scheduler.update(source([...chain.slice(0, 2), ["step c", { from: "b", n: 7 }]], [orders]));
  await scheduler.settled();
  expect(scheduler.state("c")).toMatchObject({ state: "error", problem: { problem: "There is not enough memory to keep what this cell reads." } });
  expect(scheduler.state("b")!.state).toBe("done");
});

test("rows(name, …) and members(name, pick) run again what the worker lost", async () => {
  const { engine, scheduler } = started();
  await expect(scheduler.rows("c", "main", 0, 10)).rejects.toThrow('"c" has no result yet.');
  await scheduler.settled();
  engine.values.clear();
  expect((await scheduler.rows("b", "main", 0, 10)).rows).toBe("step(1,read(,O))".length);
  engine.values.clear();
  expect(await scheduler.members("c", { table: "main", row: {} })).toEqual({ customers: ["ann"] });
  expect(engine.ran).toEqual(["a", "b", "c", "a", "b", "a", "b"]);
});

test("update(source) lets go of what no cell shows once it is too much", async () => {
  const engine = new FakeEngine();
  // By hand: the fake engine keeps 100 bytes per result, so 150 spare bytes are one result.
  const scheduler = new Scheduler(engine, catalog, 150);
  for (const n of [1, 2, 3]) {
    scheduler.update(
      source(
        [
          ["read a", { file: "orders.csv" }],
          ["step b", { from: "a", n }],
        ],
        [orders],
      ),
    );
    await scheduler.settled();
  }
  expect(engine.forgotten).toHaveLength(1);
  scheduler.update(
    source(
      [
        ["read a", { file: "orders.csv" }],
        ["step b", { from: "a", n: 2 }],
      ],
      [orders],
    ),
  );
  await scheduler.settled();
  expect(engine.ran).toEqual(["a", "b", "b", "b"]);
});

test("subscribe(name, listener) tells a cell's changes until it is ended, and progress while it runs", async () => {
  const { engine, scheduler } = started();
  const heard: string[] = [];
  const end = scheduler.subscribe("a", (name, state) => heard.push(`${name} ${state?.state} ${state?.progress?.fraction ?? ""}`.trim()));
  engine.progress!({ fraction: 0.5, doing: "Reading", left: null });
  await scheduler.settled();
  end();
  scheduler.update(source([], []));
  expect(heard).toEqual(["a running 0.5", "a done"]);
});

test("subscribe(name, listener) may change the notebook from within", async () => {
  const { scheduler, states } = started();
  const end = scheduler.subscribe("a", () => {
    end();
    scheduler.update(source(edited(6), [orders]));
  });
  await scheduler.settled();
  expect(states()).toEqual(["done", "done", "done"]);
  expect(said(scheduler.state("b")!.result)).toBe("step(6,read(,O))");
});

test("close() stops what runs and leaves nothing waiting", async () => {
  const { scheduler } = started();
  const settled = scheduler.settled();
  scheduler.close();
  await expect(settled).resolves.toBeUndefined();
});
