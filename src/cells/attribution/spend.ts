import { localDay } from "../../analysis/calendar/local-day.ts";
import { zone } from "../../analysis/calendar/zone.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import { columnOf } from "../../schema/table.ts";
import type { Inputs, Job } from "../cell.ts";
import type { AttributionParams } from "./presets.ts";
import type { Ways } from "./ways.ts";

const day = 86_400_000;

/** What one channel cost, and how its bills meet its touches. */
export interface Spend {
  channel: string;
  /** Whether any path has a touch of it. */
  touched: boolean;
  /** Within the observed days. */
  spend: number;
  /** Of days on which no path has a touch of the channel. */
  unmatched: number;
  /** Of the last days, whose touches may still convert. */
  immature: number;
  touches: number;
  /** On days without a bill. */
  touchesWithout: number;
  /** Days with a bill. */
  days: number;
}

/** Spend by channel, and what of the table could not be used. */
export interface Bills {
  channels: Spend[];
  /** Bills outside the observed days. */
  outside: number;
  /** Rows without a channel, a date or an amount. */
  unreadable: number;
}

function need(name: string | null, param: string): string {
  if (name !== null) return name;
  throw new UserError(`"${param}" is missing.`, "Choose which column of the table of spend holds it.", { param });
}

/** Touches per channel and local day. */
function touchDays({ paths, channels }: Ways, dayOf: (time: number) => number): Map<number, number>[] {
  const days = channels.map(() => new Map<number, number>());
  if (paths.time === null) return days;
  for (let touch = 0; touch < paths.channel.length; touch++) {
    const of = days[paths.channel[touch]!]!;
    const date = dayOf(paths.time[touch]!);
    of.set(date, (of.get(date) ?? 0) + 1);
  }
  return days;
}

/**
 * Meets bills and touches by channel and local day.
 *
 * Dates written without a time are taken for days of the notebook's zone. Bills outside the observed days are left out and told.
 *
 * @returns Null without a table of spend.
 * @throws {UserError} If a column is missing or of the wrong type.
 */
export function bills(inputs: Inputs, params: AttributionParams, ways: Ways, job: Job): Bills | null {
  if (params.spend === null) return null;
  const table = inputs.table(params.spend);
  const column = (name: string | null, param: string) => {
    const wanted = need(name, param);
    const found = columnOf(table, wanted);
    if (found !== undefined) return found;
    throw new UserError(`The table of spend has no column "${wanted}".`, `It has ${table.columns.map(({ name }) => `"${name}"`).join(", ")}.`, {
      param,
    });
  };
  const channel = column(params.spend_channel, "spend_channel");
  const date = column(params.spend_date, "spend_date");
  const amount = column(params.spend_amount, "spend_amount");
  if (channel.dictionary === undefined)
    throw new UserError(`"${channel.name}" holds no texts.`, "Choose the column of channels.", { param: "spend_channel" });
  if (date.type !== "time") throw new UserError(`"${date.name}" holds no dates.`, "Choose a column of dates.", { param: "spend_date" });
  const here = zone(job.timezone);
  const dayOf = (time: number) => localDay(here, time);
  const [first, end] = ways.window ?? [-Infinity, Infinity];
  const touched = touchDays(ways, dayOf);
  const billed = new Map<string, Map<number, number>>();
  let [outside, unreadable] = [0, 0];
  for (let row = 0; row < table.rows; row++) {
    const place = table.selection?.[row] ?? row;
    if (!isPresent(channel, place) || !isPresent(date, place) || !isPresent(amount, place)) {
      unreadable++;
      continue;
    }
    const on = dayOf(date.values[place]!);
    if (on < dayOf(Math.max(first, -8e15)) || on > dayOf(Math.min(end - 1, 8e15))) {
      outside += amount.values[place]!;
      continue;
    }
    const name = channel.dictionary[channel.values[place]!]!;
    const days = billed.get(name) ?? new Map<number, number>();
    billed.set(name, days);
    days.set(on, (days.get(on) ?? 0) + amount.values[place]!);
  }
  const immatureFrom = Number.isFinite(end) ? dayOf(end - 1) - Math.floor(ways.lookback / day) : Infinity;
  const names = [...ways.channels, ...[...billed.keys()].filter((name) => !ways.channels.includes(name)).sort()];
  const channels = names.map((name, place): Spend => {
    const costs = billed.get(name) ?? new Map<number, number>();
    const touches = touched[place] ?? new Map<number, number>();
    const made: Spend = {
      channel: name,
      touched: place < ways.channels.length,
      spend: 0,
      unmatched: 0,
      immature: 0,
      touches: 0,
      touchesWithout: 0,
      days: costs.size,
    };
    for (const [on, cost] of costs) {
      made.spend += cost;
      if (!touches.has(on)) made.unmatched += cost;
      if (on > immatureFrom) made.immature += cost;
    }
    for (const [on, count] of touches) {
      made.touches += count;
      if (!costs.has(on)) made.touchesWithout += count;
    }
    return made;
  });
  return { channels, outside, unreadable };
}
