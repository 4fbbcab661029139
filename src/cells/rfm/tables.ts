import { ratioInterval } from "../../analysis/segments/ratio-interval.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
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

/** Each scored customer's value, and those of some segments only. */
export function valueParts({ scores, measures }: Scored, isIn: (segment: number) => boolean): { part: Float64Array; whole: Float64Array } {
  const whole = new Float64Array(measures.n);
  const part = new Float64Array(measures.n);
  let row = 0;
  for (let customer = 0; customer < scores.segment.length; customer++) {
    if (scores.segment[customer]! < 0) continue;
    whole[row] = measures.revenue[customer]!;
    if (isIn(scores.segment[customer]!)) part[row] = whole[row]!;
    row++;
  }
  return { part, whole };
}

/** One row per named segment, from the best to the lost. */
export function segmentsTable(found: Scored, level: number): Table {
  const { scores, measures } = found;
  const rows = segmentNames.map((name, segment) => {
    const places = Uint32Array.from(scores.segment.keys()).filter((customer) => scores.segment[customer] === segment);
    const { part, whole } = valueParts(found, (own) => own === segment);
    const middle = (values: Float64Array) => quantile(Float64Array.from(places, (customer) => values[customer]!).sort(), 0.5);
    return {
      name,
      customers: places.length,
      bounds: wilson(places.length, measures.n, level),
      revenue: part.reduce((sum, value) => sum + value, 0),
      share: ratioInterval(part, whole, level),
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
  const rows = of.flatMap((measure) =>
    Array.from({ length: groups }, (_, place) => {
      let [customers, least, greatest] = [0, Infinity, -Infinity];
      scores[measure].forEach((score, customer) => {
        if (score !== place + 1) return;
        const value = measures[measure][customer]!;
        customers++;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      });
      return { measure, score: place + 1, customers, least, greatest };
    }),
  );
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
  const ids = journey.attribute("customer").dictionary!;
  const rows = Uint32Array.from(scores.segment.keys()).filter((customer) => scores.segment[customer]! >= 0);
  const score = (name: string, of: Uint8Array) =>
    integerColumn(
      name,
      Int32Array.from(rows, (customer) => of[customer]!),
    );
  const value = (name: string, of: Float64Array) =>
    numberColumn(
      name,
      Float64Array.from(rows, (customer) => of[customer]!),
    );
  return {
    rows: rows.length,
    unit: "customer",
    columns: [
      { name: "customer", type: "text", role: "customer", values: Int32Array.from(rows), dictionary: [...ids] },
      value("recency_days", measures.recency),
      value("frequency", measures.frequency),
      value("monetary", measures.monetary),
      score("recency_score", scores.recency),
      score("frequency_score", scores.frequency),
      score("monetary_score", scores.monetary),
      codedColumn(
        "segment",
        Int32Array.from(rows, (customer) => scores.segment[customer]!),
        [...segmentNames],
      ),
    ],
  };
}
