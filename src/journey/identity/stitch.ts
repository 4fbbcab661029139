import type { Progress } from "../../data/progress.ts";
import { sortedTexts } from "../columns/sorted-texts.ts";
import type { MappedLine } from "../mapped.ts";
import { auditIdentity } from "./audit-identity.ts";
import type { Identities } from "./first-ids.ts";
import type { IdentityAudit } from "./identity-audit.ts";
import type { IdentityRules } from "./identity-rules.ts";
import { isDevice } from "./id-type.ts";
import { idsOf, ranksOf, type Ids, type RowIds } from "./ids.ts";
import { joinIds } from "./join-ids.ts";
import { KnownIds } from "./known-ids.ts";
import { Links } from "./links.ts";
import { Logins } from "./logins.ts";
import { peopleOf, setAside, use } from "./set-aside.ts";

/** Customers of rows that may have several ids each. */
export interface Stitched extends Identities {
  audit: IdentityAudit;
  known: KnownIds;
}

/** Rows between two chances to stop. */
const piece = 1 << 18;

/** Rows of a line: their ids, their times, and which of them count (null: all). */
interface LineRows {
  ids: Int32Array[];
  time: Float64Array;
  where: Uint8Array | null;
}

function countRows({ ids, where }: LineRows, from: number, to: number, counts: Uint32Array): void {
  for (const own of ids) for (let row = from; row < to; row++) if (own[row]! >= 0 && where?.[row] !== 0) counts[own[row]!]!++;
}

/** Notes which ids stand on one row. */
function linkRows({ ids, time, where }: LineRows, from: number, to: number, asOf: number, links: Links): void {
  for (let one = 0; one < ids.length; one++) {
    for (let other = one + 1; other < ids.length; other++) {
      const [left, right] = [ids[one]!, ids[other]!];
      for (let row = from; row < to; row++) {
        if (left[row]! < 0 || right[row]! < 0 || where?.[row] === 0 || time[row]! >= asOf) continue;
        links.add(left[row]!, right[row]!, time[row]!);
      }
    }
  }
}

/** Customers in the order of their names; a name that a more trusted id has too is written with its kind. */
function nameCustomers({ types, texts }: Ids, ranks: Uint8Array, leader: Int32Array, uses: Uint8Array): { ids: string[]; customers: Int32Array } {
  const leaders: number[] = [];
  for (let id = 0; id < leader.length; id++) if (leader[id] === id && uses[id] !== use.nobody) leaders.push(id);
  const names = leaders.map((id) => texts[id]!);
  let order = sortedTexts(names);
  let isSorted = false;
  while (!isSorted) {
    isSorted = true;
    for (let place = 1; place < order.length; place++) {
      if (names[order[place]!] !== names[order[place - 1]!]) continue;
      const later = Math.max(order[place]!, order[place - 1]!);
      names[later] = `${names[later]!} (${types[ranks[leaders[later]!]!]!})`;
      isSorted = false;
    }
    if (!isSorted) order = sortedTexts(names);
  }
  const customers = new Int32Array(leader.length).fill(-1);
  for (let place = 0; place < order.length; place++) customers[leaders[order[place]!]!] = place;
  for (let id = 0; id < leader.length; id++) if (uses[id] !== use.nobody) customers[id] = customers[leader[id]!]!;
  return { ids: Array.from(order, (place) => names[place]!), customers };
}

/** The first id of each row that names its customer; where a row has shared devices only, the first of those. */
function assignRows(
  { ids, time, where }: LineRows,
  from: number,
  to: number,
  uses: Uint8Array,
  isPerson: Uint8Array,
  customers: Int32Array,
  logins: Logins,
  into: Int32Array,
): void {
  for (let row = from; row < to; row++) {
    let owner = -1;
    let device = -1;
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place]![row]!;
      if (id < 0) continue;
      if (uses[id] === use.joins && owner < 0) owner = id;
      else if (uses[id] === use.shared && device < 0) device = id;
    }
    if (owner >= 0) {
      into[row] = customers[owner]!;
      if (device >= 0 && isPerson[owner] === 1 && where?.[row] !== 0) logins.add(device, time[row]!, customers[owner]!);
    } else if (device >= 0) into[row] = -2 - device;
  }
}

/** Gives rows of a shared device to whoever had logged in last; before any login they stay the device's. */
function giveRows(into: Int32Array, time: Float64Array, customers: Int32Array, logins: Logins, given: Uint32Array): void {
  for (let row = 0; row < into.length; row++) {
    if (into[row]! > -2) continue;
    const device = -2 - into[row]!;
    const customer = logins.last(device, time[row]!);
    if (customer >= 0) given[device]!++;
    into[row] = customer >= 0 ? customer : customers[device]!;
  }
}

/** Whether some row may have several ids, so that there is something to stitch. */
export const hasSeveralIds = (lines: readonly MappedLine[]): boolean =>
  lines.some(({ line }) => Array.isArray(line.customer) && line.customer.length > 1);

/**
 * Finds the customer of every row where rows may have several ids: ids that stand on one row are one customer, and so are those joined by a
 * chain of rows.
 *
 * Pairs are joined in a fixed order, so the customers do not depend on the order of rows. A pair is refused that would give a customer more ids
 * of a kind than the rules allow; a row whose ids are of two customers is its most trusted id's. A device of more people than allowed joins
 * nobody. A customer is named by its most trusted id, of equals the first by text, so that more rows rarely change the name.
 *
 * Whoever logs in once keeps what they did before, and whoever never does stays several visitors: customers who buy have longer histories for
 * that reason alone. Predict from links known at the time (`asOf`) or of the mode "last_login".
 *
 * @param times Per line and row, UTC milliseconds.
 * @param wheres Per line and row, 1 where the line's conditions hold; null without conditions. Other rows join nothing.
 * @throws {UserError} If a column is unknown or holds times.
 * @see Twilio Segment, Identity Resolution; Mixpanel, Simplified ID Merge
 */
export async function stitch(
  lines: readonly MappedLine[],
  times: readonly Float64Array[],
  wheres: readonly (Uint8Array | null)[],
  rules: IdentityRules,
  progress: Progress,
): Promise<Stitched> {
  const { ids, rowIds }: { ids: Ids; rowIds: RowIds } = idsOf(lines, rules.nobodys);
  const rows: LineRows[] = rowIds.map((own, line) => ({ ids: own, time: times[line]!, where: wheres[line]! }));
  const total = times.reduce((sum, { length }) => sum + length, 0);
  const pieces = async (begin: number, end: number, work: (line: LineRows, from: number, to: number, place: number) => void) => {
    let done = 0;
    for (const [place, line] of rows.entries()) {
      for (let from = 0; from < line.time.length; from += piece) {
        const to = Math.min(from + piece, line.time.length);
        work(line, from, to, place);
        done += to - from;
        const pause = progress(begin + ((end - begin) * done) / total, "Matching ids");
        if (pause) await pause;
      }
    }
  };

  const ranks = ranksOf(ids);
  const counts = new Uint32Array(ids.texts.length);
  const links = new Links();
  await pieces(0, 0.4, (line, from, to) => {
    countRows(line, from, to, counts);
    linkRows(line, from, to, rules.asOf, links);
  });
  const people = peopleOf(ids, ranks, links);
  const uses = setAside(ids, ranks, links, people, counts, total, rules);
  const order = links.ordered(ranks);
  const pause = progress(0.6, "Matching ids");
  if (pause) await pause;
  const joined = joinIds(ids, ranks, links, uses, order, rules);

  const named = nameCustomers(ids, ranks, joined.leader, uses);
  const isPerson = ranks.map((rank) => (isDevice(ids.types[rank]!) ? 0 : 1));
  const logins = new Logins();
  const codes = times.map(({ length }) => new Int32Array(length).fill(-1));
  await pieces(0.7, 0.9, (line, from, to, place) => assignRows(line, from, to, uses, isPerson, named.customers, logins, codes[place]!));
  const given = new Uint32Array(ids.texts.length);
  for (const [line, { time }] of rows.entries()) giveRows(codes[line]!, time, named.customers, logins, given);
  const audit = auditIdentity({ ids, ranks, links, people, uses, order, rules, joined, counts, given, rows, codes, names: named.ids });
  return { codes, ids: named.ids, audit, known: new KnownIds(ids, named.customers) };
}
