import { isPresent } from "../../schema/missing.ts";
import { roleColumns } from "../columns/role-columns.ts";
import type { MappedLine } from "../mapped.ts";
import type { EventIndex, OrderedLine } from "../order/event-index.ts";
import type { DuplicateRules, LineDuplicates, Removed } from "./duplicates-audit.ts";
import { equalRows } from "./equal-rows.ts";
import { withoutNearRepeats } from "./near-repeats.ts";
import { idNames, repeatedIds } from "./repeated-ids.ts";
import { rowIdsOf, type RowIds } from "./row-ids.ts";
import { sameRow } from "./same-row.ts";

/** The value of each row of a line, 0 where it has none; null where the line has no column for it. */
function valueOf({ line, table }: MappedLine): ((row: number) => number) | null {
  const found = line.value === undefined ? null : roleColumns(line.value, table, line.from);
  if (found === null) return null;
  if ("constant" in found) return () => Number(found.constant) || 0;
  const columns = found.columns.filter(({ type }) => type === "number" || type === "integer");
  return (row) => {
    const place = table.selection === undefined ? row : table.selection[row]!;
    const column = columns.find((own) => isPresent(own, place));
    return column === undefined ? 0 : column.values[place]! || 0;
  };
}

/** 1 for the rows of a negative value; null where there is none. Told in the order of the rows: in the order of events each would be far away. */
function negative(rows: number, value: (row: number) => number): Uint8Array | null {
  let found: Uint8Array | null = null;
  for (let row = 0; row < rows; row++) if (value(row) < 0) (found ??= new Uint8Array(rows))[row] = 1;
  return found;
}

const nothing = (): Removed => ({ rows: 0, value: 0 });

/** The repeats of one line: found step by step, and counted. */
export class Duplicates {
  readonly audit: LineDuplicates;
  private readonly mapped: MappedLine;
  private readonly ids: RowIds | null;
  private readonly value: ((row: number) => number) | null;

  constructor(mapped: MappedLine) {
    this.mapped = mapped;
    this.ids = rowIdsOf(mapped);
    this.value = valueOf(mapped);
    const removed = { ids: nothing(), equal: nothing(), near: nothing(), refunds: nothing() };
    this.audit = { from: mapped.line.from, idNames: null, ...removed, orders: null };
  }

  private count(removed: Removed, row: number): void {
    removed.rows++;
    removed.value += this.value?.(row) ?? 0;
  }

  /** Takes rows that repeat another out of the line, by giving them the customer −1. Gives how many. */
  leaveOut(ordered: OrderedLine, { exact }: DuplicateRules): number {
    const { audit, ids } = this;
    const { table } = this.mapped;
    if (ids !== null) {
      // A repeat may have been received later, so further times do not count.
      const same = sameRow(table, [], false);
      audit.idNames = idNames(ids, ordered, same);
      if (audit.idNames === "event" && exact !== "keep")
        repeatedIds(ids, ordered, same, (row) => {
          ordered.customer[row] = -1;
          this.count(audit.ids, row);
        });
    }
    if (exact === "rows")
      equalRows(table, ordered.customer, (row) => {
        ordered.customer[row] = -1;
        this.count(audit.equal, row);
      });
    return audit.ids.rows + audit.equal.rows;
  }

  /** Counts an event just after one like it. */
  near(row: number): void {
    this.count(this.audit.near, row);
  }

  /** Whether two rows are alike but for times and the id of the event. */
  get alike(): (one: number, other: number) => boolean {
    return sameRow(this.mapped.table, this.audit.idNames === "order" ? [] : (this.ids?.columns ?? []), false);
  }

  /** Counts orders and refunds among the line's events. */
  countOrders({ customers, offsets, row, table }: EventIndex, line: number): void {
    const { audit, ids, value } = this;
    const orders = audit.idNames === "order" && ids !== null;
    const refunds = value === null ? null : negative(this.mapped.table.rows, value);
    if (!orders && refunds === null) return;
    const seen = new Int32Array(orders ? ids.count : 0).fill(-1);
    let count = 0;
    for (let customer = 0; customer < customers; customer++) {
      for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
        if (table[event] !== line) continue;
        const id = orders ? ids.codes[row[event]!]! : -1;
        if (id >= 0 && seen[id] !== customer) count++;
        if (id >= 0) seen[id] = customer;
        if (refunds !== null && refunds[row[event]!] === 1) this.count(audit.refunds, row[event]!);
      }
    }
    if (orders) audit.orders = count;
  }
}

/** The index without events just after one like them, which are counted. */
export function leaveOutNear(index: EventIndex, duplicates: readonly Duplicates[], { nearMs }: DuplicateRules): EventIndex {
  if (nearMs === 0) return index;
  const alike = duplicates.map((line) => line.alike);
  return withoutNearRepeats(index, alike, nearMs, (line, row) => duplicates[line]!.near(row));
}
