import { op } from "arquero";
import type { Kernel } from "./kernel.ts";
import { cellsOf, retentionOf } from "./retention/ours.ts";

/** Revenue of monthly cohorts, in cents so that the order of additions does not show. */
export const kernel: Kernel = {
  title: "retention with revenue",
  ours: (journey, job) => retentionOf(journey, job, { replicates: 0 }),
  answer: (output) => cellsOf(output, "revenue", 100).filter(([, , cents]) => cents! > 0),
  sql: `
    with born as (select customer, min(month) as first from events group by customer)
    select first, (month - first)::integer as period, round(sum(revenue) * 100)::double as cents
    from events join born using (customer) where revenue is not null group by 1, 2`,
  arquero(events) {
    const born = events.groupby("customer").rollup({ first: op.min("month") });
    const cells = events
      .filter((row: { revenue: number | null }) => row.revenue !== null)
      .select("customer", "month", "revenue")
      .join(born, "customer")
      .derive({ period: (row: { month: number; first: number }) => row.month - row.first })
      .groupby("first", "period")
      .rollup({ sum: op.sum("revenue") });
    return (cells.objects() as { first: number; period: number; sum: number }[]).map(({ first, period, sum }) => [
      first,
      period,
      Math.round(sum * 100),
    ]);
  },
  also: { "200 bootstrap replicates": (journey, job) => retentionOf(journey, job, { replicates: 200 }) },
};
