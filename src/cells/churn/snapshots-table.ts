import type { Table } from "../../schema/table.ts";
import { integers, numbers, texts } from "./columns.ts";
import type { JourneySamples } from "./journey-samples.ts";
import { localDate } from "./windows.ts";

/** `snapshots`: when each sample was taken, what it is for, and how many left. The last row is of today, whose outcome is still to come. */
export function snapshotsTable({ snapshots, lengths, journey, now }: JourneySamples, timezone: string): Table {
  const told = [...snapshots, now].map(({ time, sample }, place) => {
    const isOver = place < snapshots.length;
    const left = sample.outcomes.reduce((sum, outcome) => sum + outcome, 0);
    const use = !isOver ? "score" : place < snapshots.length - 1 ? "train" : snapshots.length === 1 ? "train and test" : "test";
    const date = (ms: number) => localDate(ms, timezone);
    return {
      snapshot: date(time),
      use,
      from: date(Math.max(journey.window[0], time - lengths.observation)),
      begins: isOver ? date(time + lengths.gap) : null,
      ends: isOver ? date(time + lengths.gap + lengths.outcome) : null,
      customers: sample.ids.length,
      left: isOver ? left : Number.NaN,
    };
  });
  const columns = [
    texts(
      "snapshot",
      told.map(({ snapshot }) => snapshot),
    ),
    texts(
      "use",
      told.map(({ use }) => use),
      "value",
    ),
    texts(
      "observed_from",
      told.map(({ from }) => from),
      "value",
    ),
    texts(
      "outcome_from",
      told.map(({ begins }) => begins),
      "value",
    ),
    texts(
      "outcome_to",
      told.map(({ ends }) => ends),
      "value",
    ),
    integers(
      "customers",
      told.map(({ customers }) => customers),
      "customers",
    ),
    numbers(
      "left",
      told.map(({ left }) => left),
      "count",
    ),
    numbers(
      "rate",
      told.map(({ left, customers }) => (customers === 0 ? Number.NaN : left / customers)),
      "rate",
    ),
  ];
  return { rows: told.length, unit: "group", columns };
}
