import { landmarkExposures, type LandmarkInput } from "../../analysis/sequence/landmark-exposures.ts";
import { landmarkLift } from "../../analysis/sequence/landmark-lift.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { groups } from "./groups.ts";
import { milliseconds } from "./milliseconds.ts";
import { stepsOfJourney } from "./steps-of-journey.ts";
import type { PathsParams, Ways } from "./walks-of-journey.ts";

/** A landmark for each of a customer's first steps, up to this many. */
const mostLandmarks = 10;

/** The customers' steps until the goal, or null where no goal is set. Steps have codes of their own, since anchors are events like others here. */
function stepsToGoal({ journey, kept }: Ways, params: PathsParams): { input: LandmarkInput; names: string[] } | null {
  const conditions = params.goal.length > 0 ? params.goal : params.end;
  if (conditions.length === 0) return null;
  const isGoal = journey.mask(conditions);
  const { codes, dictionary } = stepsOfJourney(journey, params.follow, params.steps.length > 0 ? journey.mask(params.steps) : null);
  const offsets = new Uint32Array(journey.customers + 1);
  const [steps, times] = [new Int32Array(journey.rows), new Float64Array(journey.rows)];
  const goal = new Float64Array(journey.customers).fill(Infinity);
  let size = 0;
  for (let customer = 0; customer < journey.customers; customer++) {
    let last = -1;
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]! && kept[customer] === 1; event++) {
      if (isGoal[event] === 1) {
        goal[customer] = journey.time[event]!;
        break;
      }
      const step = codes[event]!;
      if (step < 0 || (params.collapse_repeats && step === last)) continue;
      steps[size] = last = step;
      times[size++] = journey.time[event]!;
    }
    offsets[customer + 1] = size;
  }
  const landmarks = Math.min(params.depth, mostLandmarks);
  const within = milliseconds(params.goal_within, "goal_within");
  return { input: { offsets, steps, times, goal, within, observedTo: journey.window[1], landmarks }, names: dictionary };
}

/** The lift of each step towards the goal, likeliest first, or null where no goal is set. */
export function liftTable(ways: Ways, params: PathsParams, level: number): Table | null {
  const found = stepsToGoal(ways, params);
  if (found === null) return null;
  const lift = landmarkLift(found.input, found.names.length, level);
  const rows = found.names
    .map((_, step) => step)
    .filter((step) => !Number.isNaN(lift.ratio[step]))
    .sort((left, right) => lift.ratio[right]! - lift.ratio[left]! || left - right);
  const column = (name: string, values: Float64Array, role?: "lower" | "upper" | "rate") =>
    numberColumn(
      name,
      Float64Array.from(rows, (step) => values[step]!),
      role,
    );
  return groups(rows.length, [
    textColumn(
      "step",
      rows.map((step) => found.names[step]!),
      "dimension",
    ),
    integerColumn(
      "customers",
      rows.map((step) => lift.exposed[step]!),
      "customers",
    ),
    column("lift", lift.ratio, "rate"),
    column("lift_lower", lift.lower, "lower"),
    column("lift_upper", lift.upper, "upper"),
    column("p_value", lift.p),
    column("q_value", lift.q),
  ]);
}

/** Calls with every customer who had seen a step at one of the landmarks. */
export function eachExposed(ways: Ways, params: PathsParams, step: string, visit: (customer: number) => void): void {
  const found = stepsToGoal(ways, params);
  const code = found?.names.indexOf(step) ?? -1;
  if (found === null || code < 0) return;
  landmarkExposures(
    found.input,
    found.names.length,
    () => undefined,
    (customer, seen) => seen === code && visit(customer),
  );
}
