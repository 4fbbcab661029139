import * as fc from "fast-check";
import { expect, test } from "vitest";
import { activePeriods, activeWords, wordPeriods } from "../../src/cells/retention/active-periods.ts";

const events = fc.array(fc.record({ passed: fc.integer({ min: 0, max: wordPeriods - 1 }), counts: fc.boolean() }), { minLength: 1, maxLength: 20 });

// activePeriods, which marks one event after another, is the oracle.
test("activeWords finds the periods that activePeriods finds, whatever the birth", () => {
  fc.assert(
    fc.property(fc.array(events, { minLength: 1, maxLength: 5 }), fc.integer({ min: -40_000, max: 40_000 }), (customers, born) => {
      const all = customers.flat();
      const offsets = Uint32Array.from([0, ...customers.map((_, place) => customers.slice(0, place + 1).flat().length)]);
      const first = Int32Array.from(customers, (_, place) => offsets[place]!);
      const birth = new Int32Array(customers.length).fill(born);
      const local = Int32Array.from(all, ({ passed }) => born + passed);
      const mask = Uint8Array.from(all, ({ counts }) => (counts ? 1 : 0));
      const places = Int16Array.from(all, ({ passed, counts }) => (counts ? passed : -1));
      expect(activeWords(offsets, first, birth, local, mask)).toEqual(activePeriods(offsets, first, places, wordPeriods));
    }),
  );
});

test("activeWords counts an event on the day before the birth, as a clock set back can show it, in period 0", () => {
  for (const born of [0, 31, 32, 20_000]) {
    const found = activeWords(Uint32Array.of(0, 2), Int32Array.of(0), Int32Array.of(born), Int32Array.of(born - 1, born + 2), Uint8Array.of(1, 1));
    // By hand: periods 0 and 2 are bits 1 and 4.
    expect([...found.words]).toEqual([5]);
  }
});
