import { journeyPaths } from "../../analysis/attribution/journey-paths.ts";
import type { Paths } from "../../analysis/attribution/paths.ts";
import { withoutDirect } from "../../analysis/attribution/without-direct.ts";
import { windowUtc } from "../../journey/calendar/window-utc.ts";
import type { Journey } from "../../journey/journey.ts";
import { sessionGap } from "../../journey/sessions.ts";
import type { Inputs, Job } from "../cell.ts";
import { directChannels, rulesOf, type AttributionParams } from "./presets.ts";
import type { Ways } from "./ways.ts";

/** Channel codes of touches, −1 elsewhere, over the channels that touches have, in the order of their names. */
function touchCodes(journey: Journey, touches: Uint8Array): { codes: Int32Array; channels: string[]; nameless: number } {
  const { codes: all, dictionary } = journey.code("channel");
  const used = new Uint8Array(dictionary.length);
  let nameless = 0;
  for (let event = 0; event < all.length; event++) {
    if (touches[event] === 0) continue;
    if (all[event]! < 0) nameless++;
    else used[all[event]!] = 1;
  }
  const names = dictionary.filter((_, code) => used[code] === 1).sort();
  const place = new Map(names.map((name, index) => [name, index]));
  const translation = Int32Array.from(dictionary, (name) => place.get(name) ?? -1);
  const codes = new Int32Array(all.length).fill(-1);
  for (let event = 0; event < all.length; event++) {
    if (touches[event] === 1 && all[event]! >= 0) codes[event] = translation[all[event]!]!;
  }
  return { codes, channels: names, nameless };
}

/** Which events are touches: those that meet the conditions, or every event with a channel that is no conversion. */
function touchMask(journey: Journey, params: AttributionParams, conversion: Uint8Array): Uint8Array {
  if (params.touches.length > 0) return journey.mask(params.touches);
  const { codes } = journey.code("channel");
  return conversion.map((converts, event) => (converts === 0 && codes[event]! >= 0 ? 1 : 0));
}

function whichCustomers(journey: Journey, params: AttributionParams, group: Int32Array | null, excluded: Record<string, number>): Uint8Array {
  const kept = new Uint8Array(journey.customers).fill(1);
  const leaveOut = (reason: string, isOut: (customer: number) => boolean) => {
    let left = 0;
    for (let customer = 0; customer < kept.length; customer++) {
      if (kept[customer] === 0 || !isOut(customer)) continue;
      kept[customer] = 0;
      left++;
    }
    if (left > 0) excluded[reason] = left;
  };
  if (params.where.length > 0) {
    const mask = journey.mask(params.where);
    leaveOut(
      "customers who do not meet the condition",
      (customer) => !mask.subarray(journey.offsets[customer], journey.offsets[customer + 1]).includes(1),
    );
  }
  if (group !== null) leaveOut("customers in no group", (customer) => group[customer]! < 0);
  return kept;
}

/** The same paths with those that led to nothing counted or not. */
function withNulls(paths: Paths, counted: boolean): Paths {
  return counted ? paths : { ...paths, nulls: new Float64Array(paths.count) };
}

/**
 * The paths of a journey's customers.
 *
 * @throws {UserError} If a parameter does not suit the journey.
 */
export function waysOfJourney(inputs: Inputs, params: AttributionParams, job: Job): Ways {
  const journey = inputs.journey(params.from);
  const { lookback, skipDirect } = rulesOf(params);
  const excluded: Record<string, number> = {};
  const grouped = params.by === null ? null : journey.groups(typeof params.by === "string" ? params.by : inputs.segments(params.by.cell));
  const kept = whichCustomers(journey, params, grouped?.codes ?? null, excluded);
  const conversion = journey.mask(params.conversion.length > 0 ? params.conversion : [{ column: "event", is: "purchase" }]);
  const touches = touchMask(journey, params, conversion);
  for (let customer = 0; customer < journey.customers; customer++) {
    if (kept[customer] === 1) continue;
    conversion.fill(0, journey.offsets[customer], journey.offsets[customer + 1]);
    touches.fill(0, journey.offsets[customer], journey.offsets[customer + 1]);
  }
  const { codes, channels, nameless } = touchCodes(journey, touches);
  const { values } = journey.value("value");
  const valued = conversion.some((converts, event) => converts === 1 && !Number.isNaN(values[event]));
  const [from, to] = windowUtc(params.window, job.timezone);
  const built = journeyPaths(
    { offsets: journey.offsets, time: journey.time, touch: codes, conversion, value: valued ? values : null, channels: channels.length },
    {
      lookback,
      reset: params.reset,
      includeConversionTouch: params.include_conversion_touch,
      dedupe: params.dedupe ? sessionGap : -1,
      from,
      to,
      observedTo: journey.window[1],
    },
  );
  if (nameless > 0) excluded["touches without a channel"] = nameless;
  if (built.repeated > 0) excluded["touches of the same visit"] = built.repeated;
  if (built.censored > 0) excluded["journeys still open"] = built.censored;
  const direct = directChannels(params, channels);
  const paths = withNulls(skipDirect ? withoutDirect(built.paths, direct) : built.paths, params.null_paths);
  return {
    paths,
    channels,
    direct,
    journey,
    customers: journey.customers,
    window: journey.window,
    excluded,
    groups: grouped?.names ?? [""],
    group: grouped?.codes ?? null,
    valued,
    lookback,
  };
}
