import { random } from "../../../src/analysis/random/random.ts";
import type { DataTable } from "../../../src/data/data-table.ts";

const accounts = 300_000;
const devices = 700_000;

/** Rows of a million ids: an anonymous id on each, an account on three in ten, one in fifty of those somebody else's. */
export function severalIds(rows: number): DataTable {
  const draw = random(20_260_102);
  const user = new Int32Array(rows);
  const device = new Int32Array(rows);
  const time = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    device[row] = Math.floor(draw() * devices);
    user[row] = -1;
    if (draw() < 0.3) user[row] = draw() < 0.02 ? Math.floor(draw() * accounts) : device[row]! % accounts;
    time[row] = row * 1000;
  }
  const names = (letter: string, count: number) => Array.from({ length: count }, (_, place) => `${letter}${(place * 7919) % count}`);
  return {
    rows,
    unit: "event",
    columns: [
      { name: "user_id", type: "text", values: user, dictionary: names("u", accounts) },
      { name: "anonymous_id", type: "text", values: device, dictionary: names("a", devices) },
      { name: "time", type: "time", values: time },
    ],
  };
}
