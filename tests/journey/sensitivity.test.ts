import { fc, test as property } from "@fast-check/vitest";
import { expect } from "vitest";
import { comparedGaps, sessionsByGap } from "../../src/journey/sensitivity.ts";
import { sessionsOf } from "../../src/journey/sessions.ts";

const event = fc.record({
  pause: fc.integer({ min: 0, max: 150 }),
  campaign: fc.integer({ min: -1, max: 1 }),
  apart: fc.boolean(),
  buys: fc.boolean(),
});

property.prop([fc.array(fc.array(event, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean()])(
  "sessionsByGap counts what sessionsOf gives for each gap",
  (customers, byCampaign, setsApart) => {
    const events = customers.flat();
    const offsets = Uint32Array.from([0, ...customers.map((_, place) => customers.slice(0, place + 1).flat().length)]);
    const time = Float64Array.from(
      customers.flatMap((own) => own.map((_, place) => own.slice(0, place + 1).reduce((sum, { pause }) => sum + pause * 60_000, 0))),
    );
    const index = {
      rows: events.length,
      customers: customers.length,
      offsets,
      time,
      row: new Uint32Array(events.length),
      table: new Uint8Array(events.length),
    };
    const cuts = {
      ...(byCampaign ? { campaigns: Int32Array.from(events, ({ campaign }) => campaign) } : {}),
      ...(setsApart ? { apart: Uint8Array.from(events, ({ apart }) => Number(apart)) } : {}),
    };
    const buys = Uint8Array.from(events, (one) => Number(one.buys));
    const wanted = comparedGaps.map((minutes) => {
      const { codes, count } = sessionsOf(index, minutes * 60_000, cuts);
      return { count, converted: new Set(Array.from(codes).filter((code, at) => code >= 0 && buys[at] === 1)).size };
    });
    expect(sessionsByGap(index, buys, cuts)).toEqual(wanted);
  },
);
