import { shareOfSum, type ValueSums } from "../../analysis/segments/share-of-sum.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import { sortedNumbers } from "../../analysis/sorted-numbers.ts";
import { quantile } from "../../analysis/quantile.ts";
import { codedColumn, flagColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { segmentNames, segmentOf, slipping } from "./names.ts";
import type { Scored } from "./scored.ts";
import { groups } from "./scores.ts";

/** One row per combination of the three scores that somebody has. */
export function mainTable({ scores, measures }: Scored): Table {
  const side = groups + 1;
  const counts = new Int32Array(side ** 3);
  const revenue = new Float64Array(side ** 3);
  for (let customer = 0; customer < scores.segment.length; customer++) {
    if (scores.segment[customer]! < 0) continue;
    const cell = (scores.recency[customer]! * side + scores.frequency[customer]!) * side + scores.monetary[customer]!;
    counts[cell]!++;
    revenue[cell]! += measures.revenue[customer]!;
  }
  const cells = Int32Array.from(counts.keys())
    .filter((cell) => counts[cell]! > 0)
    .reverse();
  const [recency, frequency, monetary] = [
    cells.map((cell) => Math.floor(cell / side / side)),
    cells.map((cell) => Math.floor(cell / side) % side),
    cells.map((cell) => cell % side),
  ];
  const segment = cells.map((_, row) => segmentOf(recency[row]!, Math.floor((frequency[row]! + monetary[row]! + 1) / 2)));
  return {
    rows: cells.length,
    unit: "group",
    columns: [
      integerColumn("recency_score", recency, "dimension"),
      integerColumn("frequency_score", frequency, "dimension"),
      integerColumn("monetary_score", monetary, "dimension"),
      codedColumn("segment", segment, [...segmentNames]),
      integerColumn(
        "customers",
        cells.map((cell) => counts[cell]!),
        "customers",
      ),
      numberColumn(
        "revenue",
        Float64Array.from(cells, (cell) => revenue[cell]!),
      ),
    ],
  };
}

/** The 25 cells of recency against frequency and money together, all named, the latest first. */
export function gridTable({ scores, measures }: Scored): Table {
  const counts = new Int32Array(groups * groups);
  const revenue = new Float64Array(groups * groups);
  for (let customer = 0; customer < scores.segment.length; customer++) {
    if (scores.segment[customer]! < 0) continue;
    const cell = (groups - scores.recency[customer]!) * groups + scores.together[customer]! - 1;
    counts[cell]!++;
    revenue[cell]! += measures.revenue[customer]!;
  }
  const cells = Int32Array.from(counts.keys());
  const recency = cells.map((cell) => groups - Math.floor(cell / groups));
  const together = cells.map((cell) => (cell % groups) + 1);
  return {
    rows: cells.length,
    unit: "group",
    columns: [
      integerColumn("recency_score", recency, "dimension"),
      integerColumn("frequency_monetary_score", together, "dimension"),
      codedColumn(
        "segment",
        cells.map((cell) => segmentOf(recency[cell]!, together[cell]!)),
        [...segmentNames],
      ),
      integerColumn("customers", counts, "customers"),
      numberColumn(
        "share",
        Float64Array.from(counts, (count) => count / measures.n),
        "rate",
      ),
      numberColumn("revenue", revenue),
    ],
  };
}

/** How many customers of a segment are scored, and sums of their revenue. */
export interface SegmentSums extends ValueSums {
  customers: number;
}

/** The sums of each segment. */
export function segmentSums({ scores, measures }: Scored): SegmentSums[] {
  const sums = segmentNames.map(() => ({ customers: 0, sum: 0, squares: 0 }));
  const { segment } = scores;
  for (let customer = 0; customer < segment.length; customer++) {
    if (segment[customer]! < 0) continue;
    const own = sums[segment[customer]!]!;
    const revenue = measures.revenue[customer]!;
    own.customers++;
    own.sum += revenue;
    own.squares += revenue * revenue;
  }
  return sums;
}

/** The sums of several segments together. */
export function together(sums: readonly SegmentSums[]): SegmentSums {
  const whole = { customers: 0, sum: 0, squares: 0 };
  for (const { customers, sum, squares } of sums) {
    whole.customers += customers;
    whole.sum += sum;
    whole.squares += squares;
  }
  return whole;
}

/** The scored customers, those of one segment together; segment `s` has the places `starts[s]` to `starts[s + 1] − 1`. */
function bySegment(segment: Int32Array): { customers: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(segmentNames.length + 1);
  for (let customer = 0; customer < segment.length; customer++) if (segment[customer]! >= 0) starts[segment[customer]! + 1]!++;
  for (let place = 0; place < segmentNames.length; place++) starts[place + 1]! += starts[place]!;
  const customers = new Uint32Array(starts[segmentNames.length]!);
  const next = starts.slice();
  for (let customer = 0; customer < segment.length; customer++) if (segment[customer]! >= 0) customers[next[segment[customer]!]!++] = customer;
  return { customers, starts };
}

function gathered(values: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) taken[row] = values[rows[row]!]!;
  return taken;
}

/** One row per named segment, from the best to the lost. */
export function segmentsTable(found: Scored, level: number): Table {
  const { scores, measures } = found;
  const { customers: ordered, starts } = bySegment(scores.segment);
  const sums = segmentSums(found);
  const whole = together(sums);
  const rows = segmentNames.map((name, segment) => {
    const [from, to] = [starts[segment]!, starts[segment + 1]!];
    const own = ordered.subarray(from, to);
    const revenue = sums[segment]!;
    const middle = (values: Float64Array) => quantile(sortedNumbers(gathered(values, own)), 0.5);
    return {
      name,
      customers: own.length,
      bounds: wilson(own.length, measures.n, level),
      revenue: revenue.sum,
      share: shareOfSum(revenue, whole, measures.n, level),
      recency: middle(measures.recency),
      frequency: middle(measures.frequency),
      monetary: middle(measures.monetary),
    };
  });
  const numbers = (name: string, read: (row: (typeof rows)[number]) => number | undefined, role: "rate" | "lower" | "upper" | "value" = "value") =>
    numberColumn(
      name,
      rows.map((row) => read(row) ?? Number.NaN),
      role,
    );
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      textColumn("segment", segmentNames),
      integerColumn(
        "customers",
        rows.map(({ customers }) => customers),
        "customers",
      ),
      numbers("share", ({ customers }) => customers / measures.n, "rate"),
      numbers("share_lower", ({ bounds }) => bounds.lower, "lower"),
      numbers("share_upper", ({ bounds }) => bounds.upper, "upper"),
      numbers("revenue", ({ revenue }) => revenue),
      numbers("revenue_share", ({ share }) => share?.ratio, "rate"),
      numbers("revenue_share_lower", ({ share }) => share?.lower, "lower"),
      numbers("revenue_share_upper", ({ share }) => share?.upper, "upper"),
      numbers("median_recency_days", ({ recency }) => recency),
      numbers("median_frequency", ({ frequency }) => frequency),
      numbers("median_monetary", ({ monetary }) => monetary),
      flagColumn(
        "at_risk",
        rows.map(({ name }) => slipping.includes(name)),
      ),
    ],
  };
}

/** The least and the greatest value, and the customers, of each score of each measure. */
export function scoresTable({ measures, scores }: Scored): Table {
  const of = ["recency", "frequency", "monetary"] as const;
  const rows = of.flatMap((measure) => {
    const found = Array.from({ length: groups }, (_, place) => ({ measure, score: place + 1, customers: 0, least: Infinity, greatest: -Infinity }));
    const [score, values] = [scores[measure], measures[measure]];
    for (let customer = 0; customer < score.length; customer++) {
      if (score[customer] === 0) continue;
      const row = found[score[customer]! - 1]!;
      const value = values[customer]!;
      row.customers++;
      if (value < row.least) row.least = value;
      if (value > row.greatest) row.greatest = value;
    }
    return found;
  });
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      textColumn(
        "measure",
        rows.map(({ measure }) => measure),
      ),
      integerColumn(
        "score",
        rows.map(({ score }) => score),
        "dimension",
      ),
      integerColumn(
        "customers",
        rows.map(({ customers }) => customers),
        "customers",
      ),
      numberColumn(
        "from",
        rows.map(({ least }) => least),
      ),
      numberColumn(
        "to",
        rows.map(({ greatest }) => greatest),
      ),
    ],
  };
}

/** One row per scored customer. */
export function assignmentTable({ journey, measures, scores }: Scored): Table {
  const rows = new Uint32Array(measures.n);
  let found = 0;
  for (let customer = 0; customer < scores.segment.length; customer++) if (scores.segment[customer]! >= 0) rows[found++] = customer;
  const whole = (of: ArrayLike<number>): Int32Array => {
    const taken = new Int32Array(rows.length);
    for (let row = 0; row < rows.length; row++) taken[row] = of[rows[row]!]!;
    return taken;
  };
  return {
    rows: rows.length,
    unit: "customer",
    columns: [
      { name: "customer", type: "text", role: "customer", values: Int32Array.from(rows), dictionary: journey.attribute("customer").dictionary! },
      numberColumn("recency_days", gathered(measures.recency, rows)),
      numberColumn("frequency", gathered(measures.frequency, rows)),
      numberColumn("monetary", gathered(measures.monetary, rows)),
      integerColumn("recency_score", whole(scores.recency)),
      integerColumn("frequency_score", whole(scores.frequency)),
      integerColumn("monetary_score", whole(scores.monetary)),
      codedColumn("segment", whole(scores.segment), [...segmentNames]),
    ],
  };
}
