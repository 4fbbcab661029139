import type { Table } from "../../schema/table.ts";
import { integers, numbers, texts } from "./columns.ts";
import { groupColumn, type TableSource } from "./main-table.ts";
import { countCustomers } from "./marks.ts";
import { models } from "./models.ts";
import { channelName, linesOf, type Line, type Part } from "./part.ts";

/** What all models together say of one channel. */
export interface Range {
  part: Part;
  channel: number;
  /** The model that gives least, and the one that gives most. */
  least: Line;
  most: Line;
  /** The least lower and the greatest upper bound of any model. */
  lower: number;
  upper: number;
  lines: readonly Line[];
}

const extreme = (values: readonly number[], of: (...values: number[]) => number) => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : of(...known);
};

/** The range of each channel across models, the largest first; conversions without a touch last. */
export function rangesOf(part: Part, level: number): Range[] {
  if (part.credits === null) return [];
  const channels = part.credits.channels;
  const byChannel = new Map<number, Line[]>();
  for (const line of linesOf(part.credits, level)) byChannel.set(line.channel, [...(byChannel.get(line.channel) ?? []), line]);
  return [...byChannel]
    .map(([channel, lines]): Range => {
      const sorted = lines.toSorted((left, right) => left.share - right.share || left.model - right.model);
      return {
        part,
        channel,
        least: sorted[0]!,
        most: sorted.at(-1)!,
        lower: extreme(
          lines.map((line) => line.shareWithin.lower),
          Math.min,
        ),
        upper: extreme(
          lines.map((line) => line.shareWithin.upper),
          Math.max,
        ),
        lines,
      };
    })
    .sort(
      (left, right) =>
        Number(left.channel === channels) - Number(right.channel === channels) || right.most.share - left.most.share || left.channel - right.channel,
    );
}

/** One row per channel: the least and the most any model gives it. */
export function rangeTable(source: TableSource): Table {
  const rows = source.parts.flatMap((part) => {
    const customers = countCustomers(part.paths, source.marks["range"]!, source.known);
    return rangesOf(part, source.level).map((range) => ({ ...range, customers: customers[range.channel]! }));
  });
  const spendOf = ({ part, channel }: Range) => {
    const spend = part.spend?.[channel]?.spend ?? 0;
    return spend > 0 ? spend : Number.NaN;
  };
  const value = (range: Range, of: (line: Line) => number, pick: (...values: number[]) => number) =>
    source.valued ? extreme(range.lines.map(of), pick) : Number.NaN;
  const roas = (range: Range, of: (line: Line) => number, pick: (...values: number[]) => number) => value(range, of, pick) / spendOf(range);
  const cpa = (range: Range, pick: (...values: number[]) => number) =>
    extreme(
      range.lines.map(({ conversions }) => (conversions > 0 ? spendOf(range) / conversions : Number.NaN)),
      pick,
    );
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      ...groupColumn(
        source,
        rows.map((row) => row.part.group),
      ),
      texts(
        "channel",
        rows.map((row) => channelName(source.channels, row.channel)),
        "dimension",
      ),
      integers(
        "customers",
        rows.map((row) => row.customers),
        "customers",
      ),
      numbers(
        "least",
        rows.map((row) => row.least.share),
        "rate",
      ),
      numbers(
        "most",
        rows.map((row) => row.most.share),
        "rate",
      ),
      numbers(
        "share_lower",
        rows.map((row) => row.lower),
        "lower",
      ),
      numbers(
        "share_upper",
        rows.map((row) => row.upper),
        "upper",
      ),
      texts(
        "least_model",
        rows.map((row) => models[row.least.model]!),
      ),
      texts(
        "most_model",
        rows.map((row) => models[row.most.model]!),
      ),
      numbers(
        "value_least",
        rows.map((row) => value(row, (line) => line.value, Math.min)),
        "value",
      ),
      numbers(
        "value_most",
        rows.map((row) => value(row, (line) => line.value, Math.max)),
        "value",
      ),
      numbers("spend", rows.map(spendOf), "value"),
      numbers(
        "roas_least",
        rows.map((row) => roas(row, (line) => line.value, Math.min)),
        "rate",
      ),
      numbers(
        "roas_most",
        rows.map((row) => roas(row, (line) => line.value, Math.max)),
        "rate",
      ),
      numbers(
        "roas_lower",
        rows.map((row) => roas(row, (line) => line.valueWithin.lower, Math.min)),
        "lower",
      ),
      numbers(
        "roas_upper",
        rows.map((row) => roas(row, (line) => line.valueWithin.upper, Math.max)),
        "upper",
      ),
      numbers(
        "cpa_least",
        rows.map((row) => cpa(row, Math.min)),
        "rate",
      ),
      numbers(
        "cpa_most",
        rows.map((row) => cpa(row, Math.max)),
        "rate",
      ),
    ],
  };
}
