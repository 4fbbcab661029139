import type { Condition } from "./conditions.ts";

/** What is known of a customer just before an event, from earlier events only. */
export const stageStates = ["purchases", "days_since_purchase", "events", "last_nps"] as const;

export type StageState = (typeof stageStates)[number];

/** What must have held before an event: a number of earlier purchases or events, days since the last purchase, the last NPS answer. */
export interface StateCondition {
  of: StageState;
  atLeast?: number;
  atMost?: number;
}

/** Which events are of a stage. The first rule that an event meets counts. */
export interface StageRule {
  stage: string;
  /** Empty: any event. */
  where: Condition[];
  state?: StateCondition[];
}

/** The stages of a customer's journey, in order, where nobody names others. */
export const usualStages = ["awareness", "consideration", "purchase", "retention", "advocacy"] as const;

/** The stages that rules name, in order: the usual ones in theirs where there are no others, else as the rules come. */
export function stagesNamed(rules: readonly StageRule[]): string[] {
  const named = [...new Set(rules.map(({ stage }) => stage))];
  const usual = usualStages.filter((stage) => named.includes(stage));
  return usual.length === named.length ? [...usual] : named;
}
