import type { Journey } from "../journey.ts";
import type { Trait } from "./trait.ts";

const day = 86_400_000;

/**
 * What every customer of a journey did, in numbers: events, days with an event, days since the last and the first one, channels used, and the
 * value in all and per event that has one.
 *
 * Days since count back from the window's end, so compare customers of one journey only.
 *
 * @returns Traits without value where the journey has none, and without channels where it has at most one.
 */
export function behaviour(journey: Journey): Trait[] {
  const { customers, offsets, time, window } = journey;
  const days = journey.local("day");
  const { values } = journey.value("value");
  const channel = journey.code("channel");
  const make = (name: string): Trait => ({ name, source: "behaviour", isShare: false, values: new Float64Array(customers).fill(Number.NaN) });
  const [events, active, since, tenure] = [make("events"), make("active_days"), make("days_since_last"), make("days_since_first")];
  const [channels, total, mean] = [make("channels"), make("value"), make("value_per_event")];
  const seen = new Int32Array(channel.dictionary.length).fill(-1);
  let hasValue = false;
  for (let customer = 0; customer < customers; customer++) {
    const [from, to] = [offsets[customer]!, offsets[customer + 1]!];
    if (from === to) continue;
    let [distinct, used, sum, valued] = [0, 0, 0, 0];
    for (let event = from; event < to; event++) {
      if (event === from || days[event] !== days[event - 1]) distinct++;
      const code = channel.codes[event] ?? -1;
      if (code >= 0 && seen[code] !== customer) {
        seen[code] = customer;
        used++;
      }
      const value = values[event] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      valued++;
    }
    events.values[customer] = to - from;
    active.values[customer] = distinct;
    since.values[customer] = (window[1] - time[to - 1]!) / day;
    tenure.values[customer] = (window[1] - time[from]!) / day;
    channels.values[customer] = used;
    total.values[customer] = sum;
    if (valued > 0) mean.values[customer] = sum / valued;
    hasValue ||= valued > 0;
  }
  return [events, active, since, tenure, ...(channel.dictionary.length > 1 ? [channels] : []), ...(hasValue ? [total, mean] : [])];
}
