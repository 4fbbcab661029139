import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError, type Fix } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import type { Pick } from "../../schema/pick.ts";
import { stepLabel } from "../../schema/steps.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import type { AttemptList } from "./attempt-list.ts";
import { attemptsIn, attemptsOf } from "./attempts.ts";
import { countSteps, ratesOf, timings } from "./counts.ts";
import { groupDifferences } from "./differences.ts";
import { anythingElse, exitsOf, nothing } from "./exits.ts";
import { funnelFacts, funnelWarnings } from "./facts.ts";
import { groupsOf, type AttemptGroups } from "./groups.ts";
import { planOf, withWindow, type FunnelParams, type Plan } from "./plan.ts";
import { counted } from "./say.ts";
import { differencesTable, exitsTable, mainTable, rulesTable, timesTable, windowTable, type Tried } from "./tables.ts";
import { conversionTimes, secondsToConvert } from "./time-to-convert.ts";
import { changes, variations, windowFactors } from "./variations.ts";

const together = (count: number): AttemptGroups => ({ of: new Int32Array(count), names: [""] });

function triedIn({ params }: Plan, attempts: AttemptList): Tried {
  const { reached, customers } = countSteps(attempts, together(attempts.count));
  const last = attempts.steps - 1;
  return { entered: reached[0]!, converted: reached[last]!, customers: customers[last]!, once: params.counting === "unique" };
}

const byOtherRules = (inputs: Inputs, params: FunnelParams, name: Json | undefined, job: Job): Plan | null => {
  const variation = variations.find((one) => one.name === name);
  return variation === undefined ? null : planOf(inputs, { ...params, ...variation.params, by: null }, job);
};

async function otherWindows(plan: Plan, attempts: AttemptList, job: Job) {
  const windows: (Tried & { seconds: number })[] = [];
  for (const factor of windowFactors) {
    const window = Math.max(1, Math.round(plan.window * factor));
    const found = factor === 1 ? attempts : await attemptsIn(withWindow(plan, window), job);
    windows.push({ seconds: window / 1000, ...triedIn(plan, found) });
  }
  return windows;
}

async function otherRules(inputs: Inputs, params: FunnelParams, job: Job) {
  const rules: (Tried & { name: string })[] = [];
  for (const { name } of variations) {
    const plan = byOtherRules(inputs, params, name, job)!;
    rules.push({ name, ...triedIn(plan, await attemptsIn(plan, job)) });
  }
  return rules;
}

const actions = (): Fix[] =>
  variations.filter(({ product }) => product === true).map((one) => ({ label: `Count as ${one.name}`, params: changes(one) }));

/** The labels of the rows: the steps, or how many of them where the order is free. */
export function rowLabels({ steps, order }: FunnelParams): string[] {
  const isFree = order === "any" && !steps.some(({ anchored }) => anchored === true);
  if (isFree) return steps.map((_, step) => (step === 0 ? "Any of the steps" : step === steps.length - 1 ? "All steps" : `${step + 1} of the steps`));
  return steps.map(stepLabel);
}

/**
 * A funnel: how many customers go from step to step, how long it takes, and what those who stop do instead.
 *
 * @returns `main`, one row per group and step; `times`, the share converted by time since entry; `exits`, what came instead of the next step;
 * and on request `windows`, `rules` and, with a breakdown, `differences`.
 * @throws {UserError} If a parameter does not suit the journey.
 */
export async function compute(inputs: Inputs, params: FunnelParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const plan = planOf(inputs, params, job);
  const labels = rowLabels(params);
  const attempts = await attemptsIn(plan, job);
  const groups = groupsOf(inputs, plan, attempts);
  const counts = countSteps(attempts, groups);
  const rates = await ratesOf(plan, attempts, groups, counts, level, job);
  const one = together(attempts.count);
  const allCounts = params.by === null ? counts : countSteps(attempts, one);
  const allRates = params.by === null ? rates : await ratesOf(plan, attempts, one, allCounts, level, job);
  const isApart = params.by !== null && params.breakdown_at === "all";
  const differences = params.by === null || isApart || params.counting !== "unique" ? [] : groupDifferences(groups, counts, level);
  const times = conversionTimes(plan, attempts, level);
  const whole = { params, labels, counts: allCounts, rates: allRates, median: times.median };
  const overlap = plan.kinds.classes.stepFrom.some((from, kind, all) => kind + 1 < all.length && all[kind + 1]! - from > 1);
  const left = params.counting === "unique" ? "did something that rules them out" : `${counted[params.counting]} with something that rules them out`;
  return {
    tables: {
      main: mainTable(params, groups, counts, rates, timings(plan, attempts, groups), labels),
      times: timesTable(times),
      exits: exitsTable(exitsOf(plan, attempts), labels),
      ...(params.window_curve ? { windows: windowTable(await otherWindows(plan, attempts, job), level) } : {}),
      ...(params.compare ? { rules: rulesTable(await otherRules(inputs, params, job), level) } : {}),
      ...(differences.length > 1 ? { differences: differencesTable(differences) } : {}),
    },
    facts: funnelFacts(whole, differences, level),
    warnings: funnelWarnings(whole, overlap),
    ...(params.compare ? { actions: actions() } : {}),
    n: allCounts.reached[0]!,
    ...(params.counting === "unique" ? {} : { counts: counted[params.counting] }),
    excluded: {
      ...(allCounts.immature[0] === 0 ? {} : { "entered too late": allCounts.immature[0]! }),
      ...(attempts.removed === 0 ? {} : { [left]: attempts.removed }),
    },
    window: plan.journey.window,
    ...(params.counting === "unique" || params.replicates === 0 ? {} : { seed: params.seed }),
  };
}

/** Which attempts a row of a table stands for. */
function isBehind(plan: Plan, attempts: AttemptList, inputs: Inputs, { table, row }: Pick): (attempt: number) => boolean {
  const { depth, steps } = attempts;
  const at = Number(row["step"]);
  if (table === "windows" || table === "rules") return (attempt) => depth[attempt] === steps;
  if (table === "times") {
    const limit = Number(row["seconds"]);
    return (attempt) => depth[attempt] === steps && secondsToConvert(plan, attempts, attempt) <= limit;
  }
  if (table === "exits") {
    const { next } = attempts;
    const { dictionary } = plan.journey.code("event");
    const told = new Set(exitsOf(plan, attempts).flatMap(({ step, event }) => (step === at - 1 ? [event] : [])));
    const event = row["event"];
    const name = (code: number) => (code === -1 ? nothing : dictionary[code]!);
    return (attempt) => {
      if (next[attempt] === -2 || depth[attempt] !== at) return false;
      const own = name(next[attempt]!);
      return event === anythingElse ? !told.has(own) : own === event;
    };
  }
  if (table !== "main" && table !== "differences")
    throw new UserError(`A funnel has no table "${table}" of marks.`, "Choose a mark of a figure again.");
  const groups = groupsOf(inputs, plan, attempts);
  const isIn = (attempt: number) => row["group"] === undefined || groups.names[groups.of[attempt]!] === row["group"];
  const reached = table === "main" ? at : 1;
  return (attempt) => depth[attempt]! >= reached && isIn(attempt);
}

/**
 * The customers behind a mark: those who reached a step, who had converted by then, or who did something instead.
 *
 * @throws {UserError} If there is no such table.
 */
export function members(inputs: Inputs, params: FunnelParams, pick: Pick, job: Job): Bitset {
  const own = planOf(inputs, params, job);
  const other = pick.table === "rules" ? byOtherRules(inputs, params, pick.row["rules"], job) : null;
  const plan = pick.table === "windows" ? withWindow(own, Number(pick.row["window_seconds"]) * 1000) : (other ?? own);
  const attempts = attemptsOf(plan);
  const behind = isBehind(plan, attempts, inputs, pick);
  const set = bitset(plan.journey.customers);
  // The curve of conversion by time is over everyone who entered, those too late as long as they were watched.
  const withLate = pick.table === "times";
  for (let attempt = 0; attempt < attempts.count; attempt++)
    if ((withLate || attempts.immature[attempt] === 0) && behind(attempt)) insert(set, attempts.customer[attempt]!);
  return set;
}
