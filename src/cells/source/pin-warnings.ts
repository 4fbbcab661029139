import type { ReadFile } from "../../data/read/read-file.ts";
import { joinedSha256, shortHash, type Pin } from "../../schema/pin.ts";
import type { Warning } from "../../schema/result.ts";
import { rowsOf } from "./files-table.ts";

const counted = new Intl.NumberFormat("en-US");
const rowsIn = (rows: number): string => (rows === 1 ? "1 row" : `${counted.format(rows)} rows`);

/** Says so where files are not those that were pinned, with both hashes and both counts of rows. */
export function pinWarnings(readings: readonly ReadFile[], pin: Pin | null): Warning[] {
  if (pin === null) return [];
  const names = readings.map(({ name }) => name).join(", ");
  const now = joinedSha256(readings.map(({ sha256 }) => sha256));
  const rows = readings.reduce((sum, reading) => sum + rowsOf(reading), 0);
  const are = readings.length === 1 ? "is" : "are";
  if (now === null) {
    const lead = `${names} cannot be compared with the pin`;
    return [
      {
        code: "pin-unknown",
        lead,
        text: `${lead}: this page has the table alone and does not say what file it was read from.`,
        remedy: "Drop the file itself on the page.",
      },
    ];
  }
  if (now === pin.sha256 && rows === pin.rows) return [];
  const lead = `${names} ${are} not what was pinned`;
  return [
    {
      code: "pin",
      lead,
      text: `${lead}: pinned was ${shortHash(pin.sha256)}… with ${rowsIn(pin.rows)}, and here ${are} ${shortHash(now)}… with ${rowsIn(rows)}.`,
      remedy: "Drop the file that was pinned, or pin this one.",
      fixes: [{ label: "Pin this one", params: { pin: { sha256: now, rows } } }],
    },
  ];
}
