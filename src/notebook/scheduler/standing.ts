import type { Problem } from "../../schema/errors.ts";
import type { Settings } from "../../schema/settings.ts";
import { reference } from "../../schema/reference.ts";
import type { RunState } from "../cell-state.ts";
import type { Graph, Node } from "../graph.ts";
import { keyOf } from "./key.ts";
import { isFault, type Plan } from "./plan.ts";
import type { Results } from "./results.ts";
import { blockedProblem, stoppedProblem, unknownBlockProblem } from "./words.ts";

/** Where a cell stands, as it follows from what was planned and what was found. */
export interface Standing {
  readonly state: RunState;
  /** The key of its result, once all it reads is known. */
  readonly key: string | null;
  /** By reference as written: the keys of what it reads. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the keys of the cells that read it are made of, once there is a result. */
  readonly output: string | null;
  readonly problem: Problem | null;
  /** Why cells that read it by its name must not run, though it has run itself. */
  readonly blocks: Problem | null;
  readonly because: string | null;
  readonly missingFiles: readonly string[];
}

/** What is known beside the plans. */
export interface Findings {
  readonly settings: Settings;
  readonly results: Results;
  /** By key. */
  readonly failures: ReadonlyMap<string, Problem>;
  /** Keys whose output the worker has lost and some cell needs. */
  readonly lost: ReadonlySet<string>;
  /** The key being computed. */
  readonly running: string | null;
  /** Problems of blocks that could not be read, by name. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Whether the reader wants the cell run. */
  isWanted(name: string): boolean;
  /** Whether the reader stopped the cell as it now is. */
  isStopped(name: string): boolean;
  /** Whether the cell's last run was with this key. */
  hasRun(name: string, key: string): boolean;
  /** Whether the cell has shown a result. */
  hasShown(name: string): boolean;
}

const faulty: ReadonlySet<RunState> = new Set(["invalid", "missing", "error", "blocked", "cancelled"]);
const underway: ReadonlySet<RunState> = new Set(["queued", "running"]);

const nowhere = { key: null, inputs: {}, output: null, problem: null, blocks: null, because: null, missingFiles: [] };

function blockedBy(name: string, standing: Standing): Pick<Standing, "state" | "problem" | "because"> {
  if (standing.state === "blocked") return { state: "blocked", problem: standing.problem, because: standing.because };
  return { state: "blocked", problem: blockedProblem(name, standing.problem ?? stoppedProblem), because: name };
}

function waiting(name: string, pending: readonly (readonly [string, Standing])[], findings: Findings): Standing {
  if (findings.isStopped(name)) return { ...nowhere, state: "cancelled" };
  const [first, { because }] = pending[0]!;
  const idle = pending.find(([, { state }]) => !underway.has(state));
  if (findings.isWanted(name) && idle === undefined) return { ...nowhere, state: "queued", because: first };
  const root = idle === undefined ? first : (idle[1].because ?? idle[0]);
  return { ...nowhere, state: findings.hasShown(name) ? "stale" : "fresh", because: idle === undefined ? (because ?? first) : root };
}

function stand(node: Node, plan: Plan, before: ReadonlyMap<string, Standing>, findings: Findings): Standing {
  const { name } = node;
  if (isFault(plan)) return { ...nowhere, ...plan };
  const [unread] = node.unknown;
  if (unread !== undefined) {
    const problem = blockedProblem(unread, unknownBlockProblem(findings.unreadable.get(unread) ?? "It could not be read."));
    return { ...nowhere, state: "blocked", problem, because: unread };
  }
  const reads = node.reads.map((read) => [read, before.get(read)!] as const);
  const pending = reads.filter(([, { output }]) => output === null);
  const fault = reads.find(([, { state }]) => faulty.has(state));
  if (pending.length > 0) {
    if (fault !== undefined) return { ...nowhere, ...blockedBy(...fault) };
    return waiting(name, pending, findings);
  }

  const barred = node.references.find((text) => reference(text).table === null && before.get(text)!.blocks !== null);
  if (barred !== undefined) return { ...nowhere, state: "blocked", problem: blockedProblem(barred, before.get(barred)!.blocks!), because: barred };

  const byReference = (pick: (standing: Standing) => string | null) =>
    Object.fromEntries(node.references.map((text) => [text, pick(before.get(reference(text).cell)!)!]));
  const inputs = byReference(({ key }) => key);
  const key = keyOf(
    plan,
    byReference(({ output }) => output),
    findings.settings,
  );
  const failure = findings.failures.get(key);
  const entry = findings.results.get(key);
  const known = { ...nowhere, key, inputs, output: entry?.output ?? null, blocks: entry?.result.blocks ?? null };
  if (failure !== undefined) return { ...known, output: null, state: "error", problem: failure };
  if (entry !== undefined && !findings.lost.has(key)) return { ...known, state: findings.hasRun(name, key) ? "done" : "cached" };
  if (fault !== undefined) return { ...known, ...blockedBy(...fault) };
  if (findings.isStopped(name)) return { ...known, state: "cancelled" };
  if (findings.running === key) return { ...known, state: "running" };
  if (entry !== undefined || findings.isWanted(name)) return { ...known, state: "queued" };
  return { ...known, state: findings.hasShown(name) ? "stale" : "fresh" };
}

/** Where every cell stands, in the graph's order. Nothing is run by asking. */
export function standings(graph: Graph, plans: ReadonlyMap<string, Plan>, findings: Findings): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const name of graph.order) found.set(name, stand(graph.nodes.get(name)!, plans.get(name)!, found, findings));
  return found;
}
