import { textCodes } from "../../journey/columns/text-codes.ts";
import type { Codes, Journey } from "../../journey/journey.ts";
import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { params } from "./params.ts";

export type MapParams = Values<typeof params>;

const mostCells = 20_000;

/** Every touch of every customer who is followed, by its place on the map. */
export interface Touches {
  journey: Journey;
  /** Stages that were reached, in order, and touchpoints by name. A cell is `stage × touchpoints + touchpoint`. */
  stages: string[];
  touchpoints: string[];
  /** Whether the last stage holds the touches that tell none. */
  hasRest: boolean;
  /** The cell of each event; −1 where it is no touch. */
  cell: Int32Array;
  /** 1 for each event that is an answer to a survey. */
  answer: Uint8Array;
  /** 1 for each event that is a conversion; null where nothing can be one. */
  goal: Uint8Array | null;
  /** 1 for each customer with a touch. */
  follows: Uint8Array;
  /** Customers followed. */
  count: number;
  within: number;
  exitGap: number;
  /** Who and what was left out, by reason. */
  excluded: Record<string, number>;
  /** The share of touches that tell no stage. */
  unmapped: number;
}

/** A length of time in milliseconds. @throws {UserError} If it is in months, which are not all of one length. */
export function milliseconds(text: string, param: string): number {
  const { ms, months } = duration(text);
  if (months === 0 && ms > 0) return ms;
  throw new UserError(`"${text}" is not a number of days or hours above 0.`, 'Write it in days, such as "30 days".', { param });
}

/** The codes of one column, or of pairs of several. */
function touchpointCodes(journey: Journey, columns: readonly string[]): Codes {
  const chosen = columns.length > 0 ? columns : [journey.has("channel") ? "channel" : "event"];
  const parts = chosen.map((name) => textCodes(journey.property(name)));
  if (parts.length === 1) return parts[0]!;
  const codes = new Int32Array(journey.rows).fill(-1);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  for (let event = 0; event < journey.rows; event++) {
    if (parts.some((part) => part.codes[event]! < 0)) continue;
    const name = parts.map((part) => part.dictionary[part.codes[event]!]!).join(" · ");
    let code = known.get(name);
    if (code === undefined) {
      known.set(name, (code = dictionary.length));
      dictionary.push(name);
    }
    codes[event] = code;
  }
  return { codes, dictionary };
}

function answersOf(journey: Journey, answers: MapParams["answers"]): Uint8Array {
  if (answers.length > 0) return journey.mask(answers);
  if (!journey.has("score")) return new Uint8Array(journey.rows);
  return Uint8Array.from(journey.value("score").values, (score) => (Number.isNaN(score) ? 0 : 1));
}

function goalOf(journey: Journey, conversion: MapParams["conversion"]): Uint8Array | null {
  if (conversion.length > 0) return journey.mask(conversion);
  return journey.has("value") ? Uint8Array.from(journey.value("value").values, (value) => (value > 0 ? 1 : 0)) : null;
}

/** New codes for those that occur: in their own order, or by name. */
function occurring(dictionary: readonly string[], occurs: Uint8Array, byName: boolean): { names: string[]; code: Int32Array } {
  const kept = [...dictionary.keys()].filter((code) => occurs[code] === 1);
  if (byName) kept.sort((left, right) => (dictionary[left]! < dictionary[right]! ? -1 : 1));
  const code = new Int32Array(occurs.length).fill(-1);
  kept.forEach((old, place) => (code[old] = place));
  return { names: kept.map((old) => dictionary[old]!), code };
}

/**
 * Puts every touch in its place: its stage, by the journey's rules, and its touchpoint. Touches without a stage have a last one of their own.
 *
 * @throws {UserError} If a column or a length of time does not suit the journey, or the map would be too large.
 */
export function touchesOf(journey: Journey, params: MapParams): Touches {
  const stage = journey.stages();
  const point = touchpointCodes(journey, params.touchpoint);
  const answer = answersOf(journey, params.answers);
  const meets = params.where.length === 0 ? null : journey.mask(params.where);
  const rest = stage.dictionary.length;
  const stageOccurs = new Uint8Array(rest + 1);
  const pointOccurs = new Uint8Array(point.dictionary.length);
  const follows = new Uint8Array(journey.customers);
  let [count, touches, unmapped, unnamed, failing, touchless] = [0, 0, 0, 0, 0, 0];
  for (let customer = 0; customer < journey.customers; customer++) {
    const [first, end] = [journey.offsets[customer]!, journey.offsets[customer + 1]!];
    if (meets !== null && !meets.subarray(first, end).includes(1)) {
      failing++;
      continue;
    }
    for (let event = first; event < end; event++) {
      if (answer[event] === 1) continue;
      if (point.codes[event]! < 0) unnamed++;
      else {
        follows[customer] = 1;
        touches++;
        pointOccurs[point.codes[event]!] = 1;
        stageOccurs[stage.codes[event]! < 0 ? rest : stage.codes[event]!] = 1;
        if (stage.codes[event]! < 0) unmapped++;
      }
    }
    if (follows[customer] === 1) count++;
    else touchless++;
  }
  const stages = occurring([...stage.dictionary, "no stage"], stageOccurs, false);
  const points = occurring(point.dictionary, pointOccurs, true);
  if (stages.names.length * points.names.length > mostCells)
    throw new UserError(
      `${points.names.length.toLocaleString("en-US")} touchpoints are more than a map can show.`,
      "Choose a column with fewer values, or put its values into groups in a table cell first.",
      { param: "touchpoint" },
    );
  const cell = new Int32Array(journey.rows).fill(-1);
  for (let customer = 0; customer < journey.customers; customer++) {
    if (follows[customer] === 0) continue;
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) {
      if (answer[event] === 1 || point.codes[event]! < 0) continue;
      const at = stages.code[stage.codes[event]! < 0 ? rest : stage.codes[event]!]!;
      cell[event] = at * points.names.length + points.code[point.codes[event]!]!;
    }
  }
  const reasons = { "do not meet the condition on customers": failing, "without a touchpoint": touchless };
  const events = { "events without a touchpoint": unnamed };
  return {
    journey,
    stages: stages.names,
    touchpoints: points.names,
    hasRest: stageOccurs[rest] === 1,
    cell,
    answer,
    goal: goalOf(journey, params.conversion),
    follows,
    count,
    within: milliseconds(params.within, "within"),
    exitGap: milliseconds(params.exit_gap, "exit_gap"),
    excluded: Object.fromEntries(Object.entries({ ...reasons, ...events }).filter(([, number]) => number > 0)),
    unmapped: touches === 0 ? 0 : unmapped / touches,
  };
}
