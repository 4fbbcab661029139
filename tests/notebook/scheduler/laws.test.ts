import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import type { Source } from "../../../src/notebook/scheduler/planned.ts";
import { Scheduler } from "../../../src/notebook/scheduler/scheduler.ts";
import type { RawParams } from "../../../src/schema/parameter.ts";
import { FakeEngine, file, said } from "./fake-engine.ts";
import { catalog, source, type Line } from "./notebooks.ts";

/** Few names and numbers, so that references meet, circles close, names collide, results repeat and some runs fail (n is 3). */
const names = ["a", "b", "c", "d", "e", "f"] as const;
const name = fc.constantFrom(...names);
const n = fc.integer({ min: 0, max: 3 });
const line: fc.Arbitrary<Line> = fc.oneof(
  fc.tuple(name, fc.constantFrom("x.csv", "y.csv", "*.csv", "none.csv")).map(([cell, file]): Line => [`read ${cell}`, { file }]),
  fc.tuple(name, name, n).map(([cell, from, n]): Line => [`step ${cell}`, { from, n }]),
  fc.tuple(name, fc.option(name), fc.option(name), n).map(([cell, left, right, n]): Line => [`pair ${cell}`, { left, right, n } as RawParams]),
);
const files = fc.array(fc.tuple(fc.constantFrom("x.csv", "y.csv"), fc.constantFrom("1", "2"), fc.integer({ min: 0, max: 1 })), { maxLength: 2 });
const state: fc.Arbitrary<Source> = fc
  .tuple(fc.uniqueArray(line, { maxLength: 7, selector: ([cell], at = 0) => (at % 4 === 3 ? `${cell} ${at}` : cell.split(" ")[1]!) }), files)
  .map(([lines, entries]) =>
    source(
      lines,
      entries.map(([name, text, modified]) => file(name, text, Number(text) * 10 + modified)),
    ),
  );
type Step = { update: Source } | { turns: number } | { lose: true } | { stop: string | undefined } | { auto: boolean } | { run: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ update: state }) },
  { weight: 3, arbitrary: fc.record({ turns: fc.integer({ min: 1, max: 12 }) }) },
  fc.record({ lose: fc.constant(true as const) }),
  fc.record({ stop: fc.option(name, { nil: undefined }) }),
  fc.record({ auto: fc.boolean() }),
  fc.record({ run: name }),
);

function fakes() {
  const engine = new FakeEngine();
  engine.failing = /^(step|pair)\(3/;
  return { engine, scheduler: new Scheduler(engine, catalog) };
}

/** What a reader sees, but for how a result came to be there. */
const seen = (scheduler: Scheduler) =>
  scheduler.all().map(({ name, state, current, result, problem, because, missingFiles }) => {
    return { name, state: state === "cached" ? "done" : state, result: current ? said(result) : null, problem, because, missingFiles };
  });

test.prop([fc.array(step, { minLength: 1, maxLength: 12 }), state], { numRuns: 300 })(
  "settled() resolves after any edits, stops and losses, and all is as if the notebook had just been opened",
  async (steps, last) => {
    const { engine, scheduler } = fakes();
    for (const step of steps) {
      if ("update" in step) scheduler.update(step.update);
      else if ("turns" in step) for (let turn = 0; turn < step.turns; turn++) await Promise.resolve();
      else if ("lose" in step) engine.values.clear();
      else if ("stop" in step) scheduler.stop(step.stop);
      else if ("auto" in step) scheduler.auto = step.auto;
      else scheduler.run(step.run);
    }
    await scheduler.settled();
    scheduler.auto = true;
    scheduler.update(last);
    scheduler.runAll();
    await scheduler.settled();
    const fresh = fakes();
    fresh.scheduler.update(last);
    await fresh.scheduler.settled();
    expect(seen(scheduler)).toEqual(seen(fresh.scheduler));
    expect(seen(scheduler).every(({ state }) => ["done", "error", "invalid", "missing", "blocked"].includes(state))).toBe(true);
  },
);
