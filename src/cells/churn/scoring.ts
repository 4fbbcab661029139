import { hash32 } from "../../analysis/random/hash32.ts";
import { random } from "../../analysis/random/random.ts";
import { descending } from "../../analysis/ranking/descending.ts";
import type { Table } from "../../schema/table.ts";
import type { Job } from "../cell.ts";
import { flags, integers, numbers, texts } from "./columns.ts";
import type { Explainer } from "./explain.ts";
import type { Feature } from "./feature.ts";
import type { ChurnParams } from "./params.ts";
import { hasMoney } from "./profit.ts";
import { reasonOf } from "./reasons.ts";

/** Who is scored: by row of the features, with a probability of leaving each. */
export interface Scored {
  ids: readonly string[];
  features: readonly Feature[];
  /** The row of the features, per customer. */
  rows: Uint32Array;
  probabilities: Float64Array;
}

const mostExplained = 20_000;
const ranks = [0, 1, 2] as const;

/** The three features that add most to leaving, for the riskiest customers. */
async function topReasons(explain: Explainer, { features, rows }: Scored, order: Uint32Array, job: Job) {
  const contributions = new Float64Array(features.length);
  const words = ranks.map(() => Array.from<string | null>({ length: order.length }).fill(null));
  const sizes = ranks.map(() => new Float64Array(order.length).fill(Number.NaN));
  const against = new Float64Array(order.length).fill(Number.NaN);
  for (let place = 0; place < Math.min(order.length, mostExplained); place++) {
    const row = rows[order[place]!]!;
    explain(row, contributions);
    const best = Array.from(contributions.keys())
      .filter((feature) => contributions[feature]! > 0)
      .sort((left, right) => contributions[right]! - contributions[left]! || left - right);
    best.slice(0, ranks.length).forEach((feature, rank) => {
      words[rank]![place] = reasonOf(features, feature, row);
      sizes[rank]![place] = contributions[feature]!;
    });
    against[place] = contributions.reduce((sum, value) => sum + Math.min(0, value), 0);
    const pause = job.progress(0.97 + (0.03 * place) / order.length, "writing down reasons");
    if (pause) await pause;
  }
  return { words, sizes, against };
}

/** The list of customers from the riskiest on, with the reasons of the riskiest 20,000 and who is held out of a contact. */
export async function scoresTable(scored: Scored, explain: Explainer, params: ChurnParams, job: Job): Promise<Table> {
  const order = descending(scored.probabilities);
  const { words, sizes, against } = await topReasons(explain, scored, order, job);
  const probability = Float64Array.from(order, (place) => scored.probabilities[place]!);
  const ids = Array.from(order, (place) => scored.ids[place]!);
  const isHeld = (id: string) => random(params.seed, hash32(`hold out ${id}`))() < params.holdout;
  const decile = Int32Array.from(order, (_, place) => Math.floor((place * 10) / order.length) + 1);
  return {
    rows: order.length,
    unit: "customer",
    columns: [
      texts("customer", ids, "customer"),
      numbers("probability", probability, "rate"),
      integers("decile", decile, "dimension"),
      ...words.map((list, rank) => texts(`reason_${rank + 1}`, list)),
      ...sizes.map((list, rank) => numbers(`contribution_${rank + 1}`, list, "value")),
      numbers("contribution_against", against, "value"),
      flags("hold_out", ids.map(isHeld)),
      ...(hasMoney(params)
        ? [
            numbers(
              "expected_profit",
              probability.map((chance) => chance * params.save_rate * params.value - params.contact_cost),
              "value",
            ),
          ]
        : []),
    ],
  };
}
