import { op } from "arquero";
import type { Kernel } from "./kernel.ts";
import { cellsOf, retentionOf } from "./retention/ours.ts";

/** Monthly cohorts by first event, classic. */
export const kernel: Kernel = {
  title: "retention",
  warm: { floor: 20, goal: 30 },
  ours: (journey, job) => retentionOf(journey, job, { value: false, replicates: 0 }),
  answer: (output) => cellsOf(output, "active"),
  sql: `
    with active as (select distinct customer, month from events),
         born as (select customer, min(month) as first from active group by customer)
    select first, (month - first)::integer as period, count(*)::integer as customers
    from active join born using (customer) group by 1, 2`,
  arquero(events) {
    const active = events.select("customer", "month").dedupe("customer", "month");
    const born = active.groupby("customer").rollup({ first: op.min("month") });
    const cells = active
      .join(born, "customer")
      .derive({ period: (row: { month: number; first: number }) => row.month - row.first })
      .groupby("first", "period")
      .rollup({ customers: op.count() });
    return (cells.objects() as { first: number; period: number; customers: number }[]).map(({ first, period, customers }) => [
      first,
      period,
      customers,
    ]);
  },
  also: {},
};
