import { expect, test } from "vitest";
import { wallClock } from "../../../src/data/csv/wall-clock.ts";

const wall = (text: string) => Date.parse(`${text}Z`);

// Oracle: the engine's own calendar, asked what the wall shows at the answer. The half hours skipped in 2018 are by IANA tz: Morocco went
// forward twice, Lord Howe by half an hour only.
test.each([
  ["Europe/Berlin", 2],
  ["America/New_York", 2],
  ["Australia/Lord_Howe", 1],
  ["Asia/Kolkata", 0],
  ["Africa/Casablanca", 4],
  ["America/Sao_Paulo", 2],
])("wallClock in %s gives an instant at which the wall shows the time, for every half hour but the %i skipped ones", (zone, skipped) => {
  const utcOf = wallClock(zone);
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  let wrong = 0;
  for (let at = wall("2018-01-01T00:10:00"); at < wall("2019-01-01T00:00:00"); at += 1_800_000) {
    if (format.format(utcOf(at)) !== new Date(at).toISOString().slice(0, 19).replace("T", " ")) wrong++;
  }
  expect(wrong).toBe(skipped);
});

// IANA tz: New York went to daylight time 2021-03-14 07:00 UTC and back 2021-11-07 06:00 UTC; outside the remembered years too.
test("wallClock moves a skipped hour forward and takes the first of two", () => {
  const utcOf = wallClock("America/New_York");
  expect(utcOf(wall("2021-03-14T02:30:00"))).toBe(Date.parse("2021-03-14T07:30:00Z"));
  expect(utcOf(wall("2021-11-07T01:30:00"))).toBe(Date.parse("2021-11-07T05:30:00Z"));
  expect(utcOf(wall("2150-07-01T00:00:00"))).toBe(Date.parse("2150-07-01T04:00:00Z"));
});
