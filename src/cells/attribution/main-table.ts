import type { Interval } from "../../analysis/intervals/interval.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { integers, numbers, texts } from "./columns.ts";
import { countCustomers, type Marks } from "./marks.ts";
import { models } from "./models.ts";
import { channelName, linesOf, type Line, type Part } from "./part.ts";

/** A line with its place in the tables. */
interface Placed extends Line {
  part: Part;
  customers: number;
  /** NaN where nothing was spent: a return on nothing is no number. */
  spend: number;
}

export interface TableSource {
  parts: readonly Part[];
  channels: readonly string[];
  marks: Record<string, Marks>;
  level: number;
  /** Whether customers are known by name. */
  known: boolean;
  valued: boolean;
  isGrouped: boolean;
}

/** The column of groups, where there are any. */
export function groupColumn(source: TableSource, groups: readonly (string | null)[]): Column[] {
  return source.isGrouped
    ? [
        texts(
          "group",
          groups.map((group) => group ?? ""),
          "dimension",
        ),
      ]
    : [];
}

function bounds(name: string, rows: readonly Placed[], of: (row: Placed) => Interval): Column[] {
  return [
    numbers(
      `${name}_lower`,
      rows.map((row) => of(row).lower),
      "lower",
    ),
    numbers(
      `${name}_upper`,
      rows.map((row) => of(row).upper),
      "upper",
    ),
  ];
}

/** Every model's credit, long. */
export function mainTable(source: TableSource): Table {
  const rows = source.parts.flatMap((part): Placed[] => {
    if (part.credits === null) return [];
    const customers = countCustomers(part.paths, source.marks["main"]!, source.known);
    return linesOf(part.credits, source.level).map((line) => {
      const spend = part.spend?.[line.channel]?.spend ?? 0;
      return {
        ...line,
        part,
        customers: customers[line.model * (source.channels.length + 1) + line.channel]!,
        spend: spend > 0 ? spend : Number.NaN,
      };
    });
  });
  const amount = (value: number) => (source.valued ? value : Number.NaN);
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      ...groupColumn(
        source,
        rows.map((row) => row.part.group),
      ),
      texts(
        "model",
        rows.map((row) => models[row.model]!),
        "dimension",
      ),
      texts(
        "channel",
        rows.map((row) => channelName(source.channels, row.channel)),
        "dimension",
      ),
      numbers(
        "conversions",
        rows.map((row) => row.conversions),
        "count",
      ),
      ...bounds("conversions", rows, (row) => row.conversionsWithin),
      numbers(
        "value",
        rows.map((row) => amount(row.value)),
        "value",
      ),
      ...bounds("value", rows, (row) => ({ lower: amount(row.valueWithin.lower), upper: amount(row.valueWithin.upper) })),
      numbers(
        "share",
        rows.map((row) => row.share),
        "rate",
      ),
      ...bounds("share", rows, (row) => row.shareWithin),
      numbers(
        "value_share",
        rows.map((row) => amount(row.valueShare)),
        "rate",
      ),
      ...bounds("value_share", rows, (row) => ({ lower: amount(row.valueShareWithin.lower), upper: amount(row.valueShareWithin.upper) })),
      numbers(
        "spend",
        rows.map((row) => row.spend),
        "value",
      ),
      numbers(
        "roas",
        rows.map((row) => amount(row.value) / row.spend),
        "rate",
      ),
      ...bounds("roas", rows, (row) => ({ lower: amount(row.valueWithin.lower) / row.spend, upper: amount(row.valueWithin.upper) / row.spend })),
      numbers(
        "cpa",
        rows.map((row) => (row.conversions > 0 ? row.spend / row.conversions : Number.NaN)),
        "rate",
      ),
      ...bounds("cpa", rows, ({ spend, conversionsWithin: { lower, upper } }) => ({
        lower: upper > 0 ? spend / upper : Number.NaN,
        upper: lower > 0 ? spend / lower : Number.NaN,
      })),
      integers(
        "customers",
        rows.map((row) => row.customers),
        "customers",
      ),
    ],
  };
}
