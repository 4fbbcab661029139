import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Groups } from "../../journey/journey.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Fact } from "../../schema/result.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import type { TallyParams } from "./params.ts";

function groupsOf(inputs: Inputs, { from, by }: TallyParams): Groups {
  return inputs.journey(from).groups(typeof by === "string" ? by : inputs.segments(by.cell));
}

/** The largest group, told only where its interval lies above one half. */
function majority(names: string[], counts: Int32Array, n: number, level: number): Fact[] {
  if (n === 0) return [];
  const largest = counts.indexOf(Math.max(...counts));
  const { lower, upper } = wilson(counts[largest]!, n, level);
  const rate = counts[largest]! / n;
  const words = `${Math.round(rate * 100)}% (${Math.round(lower * 100)}–${Math.round(upper * 100)})`;
  return [
    {
      code: "majority",
      text: `Most customers are "${names[largest]!}": ${words}.`,
      values: { rate, rate_lower: lower, rate_upper: upper },
      holds: lower > 0.5,
    },
  ];
}

/** Counts the customers of each group. @throws {UserError} If the journey lacks the column. */
export async function compute(inputs: Inputs, params: TallyParams, job: Job): Promise<CellOutput> {
  const { codes, names } = groupsOf(inputs, params);
  const counts = new Int32Array(names.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const n = counts.reduce((sum, count) => sum + count, 0);
  const level = params.level ?? job.level;
  const bounds = Array.from(counts, (count) => wilson(count, n, level));
  return {
    tables: {
      main: {
        rows: names.length,
        unit: "group",
        columns: [
          { name: "group", type: "text", role: "dimension", values: Int32Array.from(names.keys()), dictionary: names },
          { name: "customers", type: "integer", role: "customers", values: counts },
          { name: "share", type: "number", role: "rate", values: Float64Array.from(counts, (count) => count / n) },
          { name: "share_lower", type: "number", role: "lower", values: Float64Array.from(bounds, ({ lower }) => lower) },
          { name: "share_upper", type: "number", role: "upper", values: Float64Array.from(bounds, ({ upper }) => upper) },
        ],
      },
    },
    facts: majority(names, counts, n, level),
    warnings: n > 0 ? [] : [{ code: "nobody", text: "No customer has a value in that column.", remedy: "Choose another column." }],
    n,
    excluded: codes.length > n ? { "no value": codes.length - n } : {},
    window: inputs.journey(params.from).window,
  };
}

/** The customers of one group. @throws {UserError} If the journey lacks the column. */
export function members(inputs: Inputs, params: TallyParams, pick: Pick): Bitset {
  const { codes, names } = groupsOf(inputs, params);
  const group = names.findIndex((name) => name === pick.row["group"]);
  const set = bitset(codes.length);
  codes.forEach((code, customer) => {
    if (group >= 0 && code === group) insert(set, customer);
  });
  return set;
}
