import type { Fact } from "../../schema/result.ts";
import type { Scalar } from "../../schema/scalar.ts";
import type { Drawing } from "./marks.ts";

const additive = new Set(["count", "sum"]);

const written = (value: number): string =>
  Number(value.toPrecision(6)).toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2 });

function valuesOf({ channels, columns }: Drawing, channel: string): readonly Scalar[] | null {
  const name = channels.find((one) => one.channel === channel)?.column;
  return columns.find((column) => column.name === name)?.values ?? null;
}

/** The group with the most, where values add up and one is ahead of all others. */
function largest(drawing: Drawing): Fact[] {
  const [x, y] = [valuesOf(drawing, "x"), valuesOf(drawing, "y")];
  if (x === null || y === null || drawing.of !== null || !additive.has(drawing.aggregate ?? "")) return [];
  const totals = new Map<string, number>();
  y.forEach((value, row) => totals.set(String(x[row]), (totals.get(String(x[row])) ?? 0) + Number(value ?? 0)));
  const ranked = [...totals].filter(([name]) => !name.startsWith("Other (")).sort((a, b) => b[1] - a[1]);
  const all = [...totals.values()].reduce((sum, value) => sum + value, 0);
  const [first, second] = ranked;
  const isPositive = [...totals.values()].every((value) => value >= 0);
  if (first === undefined || second === undefined || !isPositive || !(first[1] > second[1]) || all === 0) return [];
  const channel = drawing.channels.find((one) => one.channel === "x")!;
  const of = drawing.aggregate === "count" ? "rows" : drawing.channels.find((one) => one.channel === "y")!.made;
  if (channel.grain !== undefined) {
    const text = `The ${channel.grain} with the most ${of} began on ${first[0]}: ${written(first[1])} of ${written(all)}`;
    return [{ code: "highest", text, values: { value: first[1], total: all }, holds: true }];
  }
  const text = `${first[0]} has the most ${of}: ${written(first[1])} of ${written(all)} (${((100 * first[1]) / all).toFixed(0)}%)`;
  return [{ code: "largest", text, values: { value: first[1], total: all }, holds: true }];
}

/** What can be read off the drawing without inference. */
export function chartFacts(drawing: Drawing): Fact[] {
  const marks = drawing.columns[0]?.values.length ?? 0;
  const count = (number: number, one: string) => `${number.toLocaleString("en-US")} ${one}${number === 1 ? "" : "s"}`;
  const text = drawing.aggregate === null ? `${count(drawing.n, "row")} drawn` : `${count(drawing.n, "row")} in ${count(marks, "mark")}`;
  return [...largest(drawing), { code: "rows", text, values: { rows: drawing.n, marks }, holds: true }];
}
