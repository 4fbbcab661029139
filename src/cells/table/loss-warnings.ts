import type { Losses } from "../../data/formula/formula-run.ts";
import type { StepCount } from "../../data/verbs/apply-verbs.ts";
import type { Warning } from "../../schema/result.ts";

const reasons: Record<keyof Losses, { one: string; many: string; remedy: string }> = {
  divisions: {
    one: "division by zero became missing",
    many: "divisions by zero became missing",
    remedy: "Filter the rows with 0 out first, or write b == 0 ? 0 : a / b.",
  },
  notFinite: {
    one: "value without a finite result became missing",
    many: "values without a finite result became missing",
    remedy: "Look for roots and logarithms of numbers below zero, and for very large powers.",
  },
  notNumbers: {
    one: "text is no number and became missing",
    many: "texts are no numbers and became missing",
    remedy: 'Take other signs away first, such as number(replace(x, ",", "")).',
  },
  notTimes: {
    one: "value is no date and became missing",
    many: "values are no dates and became missing",
    remedy: "Dates are written 2025-01-31 or 2025-01-31 13:45.",
  },
  tooLong: {
    one: "text longer than 32,768 characters became missing",
    many: "texts longer than 32,768 characters became missing",
    remedy: "Take a part of the text with substring first.",
  },
};

/** What became missing in the steps because it has no value, by step and reason. */
export function lossWarnings(steps: readonly StepCount[]): Warning[] {
  const number = new Intl.NumberFormat("en-US");
  return steps.flatMap((step, index) => [
    ...step.notes.map((text) => ({ code: "drift", lead: `Step ${index + 1}, ${step.verb}:`, text })),
    ...(Object.keys(reasons) as (keyof Losses)[])
      .filter((reason) => step.losses[reason] > 0)
      .map((reason) => {
        const count = step.losses[reason];
        const { one, many, remedy } = reasons[reason];
        return { code: reason, lead: `Step ${index + 1}, ${step.verb}:`, text: `${number.format(count)} ${count === 1 ? one : many}.`, remedy };
      }),
  ]);
}
