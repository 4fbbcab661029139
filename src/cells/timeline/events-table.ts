import type { Codes, Journey } from "../../journey/journey.ts";
import type { Role } from "../../schema/mapping.ts";
import { codedColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";

const nothing: Codes = { codes: new Int32Array(), dictionary: [] };

/** One customer's texts, with only the words that occur: other customers' must not come along. */
function own(name: string, { codes, dictionary }: Codes, from: number, to: number, role: Column["role"] = "dimension"): Column {
  const words: string[] = [];
  const places = new Map<number, number>();
  const kept = Int32Array.from({ length: to - from }, (_, at) => {
    const code = codes[from + at] ?? -1;
    if (code < 0) return -1;
    if (!places.has(code)) places.set(code, words.push(dictionary[code]!) - 1);
    return places.get(code)!;
  });
  return codedColumn(name, kept, words, role);
}

/**
 * What happened with one customer, an event a row in the order of time. Sessions count from 1.
 *
 * @param identity The customer's id, where it is to be shown.
 */
export function eventsTable(journey: Journey, customer: number, identity: string | null): Table {
  const [from, to] = [journey.offsets[customer]!, journey.offsets[customer + 1]!];
  const role = (name: Role) => (journey.has(name) ? journey.code(name) : nothing);
  const amounts = (name: Role) => (journey.has(name) ? journey.value(name).values.slice(from, to) : new Float64Array(to - from).fill(Number.NaN));
  const { codes: sessions } = journey.sessions();
  const first = sessions.subarray(from, to).find((session) => session >= 0) ?? 0;
  const count = Float64Array.from(sessions.subarray(from, to), (session) => (session < 0 ? Number.NaN : session - first + 1));
  return {
    rows: to - from,
    unit: "event",
    columns: [
      { name: "time", type: "time", values: journey.time.slice(from, to) },
      own("event", role("event"), from, to),
      own("channel", role("channel"), from, to),
      own("stage", journey.stages(), from, to),
      own("source", { codes: Int32Array.from(journey.table), dictionary: [...journey.sources] }, from, to),
      count.some(Number.isNaN) ? numberColumn("session", count, "count") : integerColumn("session", count),
      numberColumn("value", amounts("value")),
      numberColumn("score", amounts("score")),
      own("comment", role("comment"), from, to, "verbatim"),
      ...(identity === null
        ? []
        : [
            textColumn(
              "customer",
              Array.from({ length: to - from }, () => identity),
              "customer",
            ),
          ]),
    ],
  };
}
