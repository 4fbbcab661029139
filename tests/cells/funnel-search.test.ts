import { fc, test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Json } from "../../src/schema/json.ts";
import { funnelOf, minutes, stepsOf } from "./funnel-run.ts";
import { journeyOf } from "./retention-run.ts";

const customer = fc
  .array(fc.tuple(fc.constantFrom("A", "B", "C", "X"), fc.integer({ min: 0, max: 200 })), { minLength: 1, maxLength: 12 })
  .map((events) => events.map(([event, at]) => `${event}${at}`).join(" "));

const rules = fc.record({
  entry: fc.constantFrom("best", "first"),
  order: fc.constantFrom("ordered", "strict"),
  strict_scope: fc.constantFrom("all", "steps"),
  exclusion: fc.constantFrom("drop", "remove"),
  mature: fc.boolean(),
  entered: fc.option(fc.constant<string[]>(["2025-01-01", "2025-01-02"]), { nil: null }),
});

/** Ninety minutes before the day of entry, and as long before the last hour of the data. */
const beforeEntries = Date.UTC(2024, 11, 31, 22, 30);
const beforeEnd = Date.UTC(2025, 0, 1, 21, 30);

describe("a funnel", () => {
  property.prop([fc.array(customer, { minLength: 1, maxLength: 8 }), rules, fc.boolean(), fc.constantFrom(beforeEntries, beforeEnd)])(
    "answers the same whether each customer is searched whole or most are passed over",
    async (customers, chosen, excludes, start) => {
      const events = customers.flatMap((text, place) => minutes(text, `c${place}`, start));
      const journey = await journeyOf([...minutes("X0", "c", start), ...events], { window: ["2024-12-01", "2025-01-02"] });
      const [first, ...others] = stepsOf("ABC");
      const steps: Json[] = [excludes ? { ...first!, except: [{ column: "event", is: "X" }] } : first!, ...others];
      const params = { ...chosen, steps, window: "1 hour" };
      const { tables, n, excluded } = await funnelOf(journey, params);
      // A channel that is the same everywhere changes nothing, but splits customers, which needs the whole search.
      const whole = await funnelOf(journey, { ...params, hold: ["channel"] });
      expect({ tables, n, excluded }).toEqual({ tables: whole.tables, n: whole.n, excluded: whole.excluded });
    },
  );
});
