import { fc, test as property } from "@fast-check/vitest";
import { expect } from "vitest";
import { followedBy } from "../../../src/analysis/sequence/followed-by.ts";

const events = fc.array(fc.record({ kind: fc.constantFrom("a", "b", "c"), gap: fc.nat({ max: 3 }) }), { minLength: 1, maxLength: 8 });

property.prop([events, fc.nat({ max: 6 })])("a pattern is complete where any pair of events completes it", (given, within) => {
  let now = 0;
  const time = Float64Array.from(given, ({ gap }) => (now += gap));
  const mask = (kind: string) => Uint8Array.from(given, (event) => (event.kind === kind ? 1 : 0));
  const observedTo = now + 2;
  const pattern = { first: mask("a"), second: mask("b"), without: mask("c"), within, observedTo };
  const { outcome, wait } = followedBy(Uint32Array.of(0, given.length), time, pattern);
  const completes = (from: number, to: number) =>
    given[from]!.kind === "a" &&
    given[to]!.kind === "b" &&
    time[to]! - time[from]! <= within &&
    given.slice(from, to).every(({ kind }) => kind !== "c");
  const pairs = given.flatMap((_, to) => given.slice(0, to).flatMap((__, from) => (completes(from, to) ? [time[to]! - time[from]!] : [])));
  const began = given.flatMap(({ kind }, at) => (kind === "a" ? [at] : []));
  const isOpen = began.some((at) => time[at]! + within > observedTo && given.slice(at).every(({ kind }) => kind !== "c"));
  expect(outcome[0]).toBe(pairs.length > 0 ? 1 : began.length === 0 ? 0 : isOpen ? 3 : 2);
  if (pairs.length > 0) expect(pairs).toContain(wait[0]);
});
