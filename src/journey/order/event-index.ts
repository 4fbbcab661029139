import type { Progress } from "../../data/progress.ts";
import { partitioner } from "./partition-by-time.ts";
import { sortByTime } from "./sort-by-time.ts";
import { surveyor, type Survey } from "./survey.ts";

/** Rows of one line of the mapping: whose they are (−1: left out) and when they happened. */
export interface OrderedLine {
  customer: Int32Array;
  time: Float64Array;
}

/** Events in the order (customer, time, input order). Customer `c` has the events `offsets[c]` to `offsets[c + 1] − 1`. */
export interface EventIndex {
  rows: number;
  customers: number;
  offsets: Uint32Array;
  /** UTC milliseconds, per event. */
  time: Float64Array;
  /** The row of its line's table, per event. */
  row: Uint32Array;
  /** The line of the mapping, per event. */
  table: Uint8Array;
}

/** Rows between two chances to stop: about ten milliseconds of work. */
const piece = 1 << 18;

/**
 * Ordering roughly by time first pays when more than one in eight events is out of order, and customers have many. A file ordered by customer
 * and time descends once per customer only.
 */
const disordered = ({ offsets, descents }: Survey, rows: number) => descents * 8 > rows && rows > 8 * (offsets.length - 1);

function scatter(customer: Int32Array, time: Float64Array, from: number, to: number, firstInput: number, next: Uint32Array, index: EventIndex): void {
  const { time: times, row: inputs } = index;
  for (let row = from; row < to; row++) {
    const who = customer[row]!;
    if (who < 0) continue;
    const place = next[who]!++;
    times[place] = time[row]!;
    inputs[place] = firstInput + row;
  }
}

function scatterPartitioned(
  customer: Int32Array,
  time: Float64Array,
  input: Uint32Array,
  from: number,
  to: number,
  next: Uint32Array,
  index: EventIndex,
): void {
  const { time: times, row: inputs } = index;
  for (let row = from; row < to; row++) {
    const place = next[customer[row]!]!++;
    times[place] = time[row]!;
    inputs[place] = input[row]!;
  }
}

/** Turns places in the whole input into a line of the mapping and a row of its table. */
function splitInputs(index: EventIndex, firstInputs: readonly number[]): void {
  const { row, table } = index;
  for (let line = 1; line < firstInputs.length; line++) {
    const first = firstInputs[line]!;
    for (let event = 0; event < index.rows; event++) if (row[event]! >= first) table[event] = line;
  }
  const firsts = Uint32Array.from(firstInputs);
  if (firsts.length > 1) for (let event = 0; event < index.rows; event++) row[event]! -= firsts[table[event]!]!;
}

/**
 * Orders events by customer, then time, then input order (lines in turn, each in its table's order).
 *
 * A counting sort by customer, after a rough one by time where the input is far from order; then each customer's events exactly.
 *
 * @param lines Per line of the mapping; together fewer than 2³² rows.
 * @param customers How many customers there are.
 * @param progress Called between pieces of the work.
 * @throws What `progress` throws when stopped.
 */
export async function eventIndex(lines: readonly OrderedLine[], customers: number, progress: Progress): Promise<EventIndex> {
  const firstInputs: number[] = [];
  let inputRows = 0;
  for (const { customer } of lines) {
    firstInputs.push(inputRows);
    inputRows += customer.length;
  }
  const pieces = async (begin: number, end: number, length: number, work: (from: number, to: number) => void) => {
    for (let from = 0; from < length; from += piece) {
      work(from, Math.min(from + piece, length));
      const pause = progress(begin + ((end - begin) * from) / length, "Ordering events");
      if (pause) await pause;
    }
  };

  const survey = surveyor(customers);
  for (const { customer, time } of lines) await pieces(0, 0.1, customer.length, (from, to) => survey.add(customer, time, from, to));
  const surveyed = survey.done();
  const { offsets } = surveyed;
  const rows = offsets[customers]!;
  const index: EventIndex = { rows, customers, offsets, time: new Float64Array(rows), row: new Uint32Array(rows), table: new Uint8Array(rows) };
  const next = offsets.slice(0, customers);

  if (disordered(surveyed, rows)) {
    const partition = partitioner(surveyed);
    for (const { customer, time } of lines) await pieces(0.1, 0.15, customer.length, (from, to) => partition.count(customer, time, from, to));
    for (const [line, { customer, time }] of lines.entries())
      await pieces(0.15, 0.5, customer.length, (from, to) => partition.place(customer, time, from, to, firstInputs[line]!));
    const { customer, time, input } = partition.done();
    await pieces(0.5, 0.9, rows, (from, to) => scatterPartitioned(customer, time, input, from, to, next, index));
  } else {
    for (const [line, { customer, time }] of lines.entries())
      await pieces(0.1, 0.9, customer.length, (from, to) => scatter(customer, time, from, to, firstInputs[line]!, next, index));
  }

  if (surveyed.descents > 0) {
    for (let customer = 0, since = 0; customer < customers; customer++) {
      const from = offsets[customer]!;
      const to = offsets[customer + 1]!;
      sortByTime(index.time, index.row, from, to);
      since += to - from;
      if (since < piece) continue;
      since = 0;
      const pause = progress(0.9 + (0.1 * to) / rows, "Ordering events");
      if (pause) await pause;
    }
  }
  splitInputs(index, firstInputs);
  return index;
}
