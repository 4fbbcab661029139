import type { Journey } from "../../journey/journey.ts";
import { mix, money, rhythm, scores, type Put } from "./event-columns.ts";
import type { Feature } from "./feature.ts";

/** Which families of features to make. */
export interface Families {
  rhythm: boolean;
  mix: boolean;
  money: boolean;
  scores: boolean;
}

/**
 * What customers did up to a snapshot, as features. They are made from the journey as it was known then, so that nothing later can enter.
 *
 * @param known The journey before the snapshot.
 * @param customers Their places in it, in the order of the rows.
 * @param active Which of its events count as activity.
 * @param events The names of events that get a count of their own.
 * @param window From when customers are observed to the snapshot, in UTC milliseconds.
 */
export function eventFeatures(
  known: Journey,
  customers: Uint32Array,
  active: Uint8Array,
  families: Families,
  events: readonly string[],
  window: readonly [number, number],
): Feature[] {
  const columns = new Map<string, Feature & { values: Float64Array }>();
  const [from, snapshot] = window;
  const event = known.code("event");
  const codes = families.mix ? { event: event.codes, channel: known.code("channel").codes, session: known.sessions().codes } : null;
  const counted = events.map((name) => ({ name, code: event.dictionary.indexOf(name) }));
  const values = families.money ? known.value("value").values : null;
  const answers = families.scores ? known.value("score").values : null;
  const hasValues = values?.some((value) => !Number.isNaN(value)) ?? false;
  const hasAnswers = answers?.some((value) => !Number.isNaN(value)) ?? false;
  customers.forEach((customer, row) => {
    const put: Put = (name, label, value) => {
      let column = columns.get(name);
      if (column === undefined) columns.set(name, (column = { name, label, values: new Float64Array(customers.length).fill(Number.NaN) }));
      column.values[row] = value;
    };
    const [first, end] = [known.offsets[customer]!, known.offsets[customer + 1]!];
    let begin = first;
    while (begin < end && known.time[begin]! < from) begin++;
    const times = known.time.subarray(begin, end).filter((_, place) => active[begin + place] === 1);
    if (families.rhythm) rhythm(put, times, window, known.time[first]!);
    if (codes !== null) mix(put, codes, counted, [begin, end]);
    if (hasValues) money(put, values!, known, snapshot, [begin, end]);
    if (hasAnswers) scores(put, answers!, known, snapshot, [begin, end]);
  });
  return [...columns.values()];
}

// What makes people leave is seldom frequent: a complaint must find room beside visits and clicks.
const mostEvents = 24;

/** The most frequent events of a journey, by which the first snapshot decides what is counted at all of them. */
export function frequentEvents(known: Journey): string[] {
  const { codes, dictionary } = known.code("event");
  const counts = new Float64Array(dictionary.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  return dictionary
    .map((name, code) => ({ name, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
    .slice(0, mostEvents)
    .map(({ name }) => name);
}
