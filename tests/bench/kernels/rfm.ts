import { op } from "arquero";
import type { CellOutput, Job } from "../../../src/cells/cell.ts";
import { compute } from "../../../src/cells/rfm/compute.ts";
import { params as schema } from "../../../src/cells/rfm/params.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { resolve } from "../../../src/schema/parameters.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import { columnOf } from "../../../src/schema/table.ts";
import type { Kernel } from "./kernel.ts";

function rfmOf(journey: Journey, job: Job): Promise<CellOutput> {
  const none = () => {
    throw new Error("Scores read one journey and nothing else here.");
  };
  return compute({ journey: () => journey, table: none, segments: none }, resolve(schema, { from: "journey", lookback: "10 years" }), job);
}

/** Recency, frequency and money of every customer, scored by the middle ranks of each. */
export const kernel: Kernel = {
  title: "RFM",
  warm: { floor: 2.5, goal: 6 },
  ours: rfmOf,
  answer({ tables }) {
    const main = tables["main"]!;
    const [recency, frequency, monetary, customers] = ["recency_score", "frequency_score", "monetary_score", "customers"].map((name) =>
      columnOf(main, name)!,
    );
    return Array.from({ length: main.rows }, (_, row) => [recency, frequency, monetary, customers].map((column) => Number(scalarAt(column!, row))));
  },
  sql: `
    with measured as (select customer, max(floor(time / 86400000)) as last, count(*) as orders, sum(round(revenue * 100)::bigint) as cents
                      from events where revenue > 0 group by customer),
         ranked as (select rank() over (order by last desc) - 1 + count(*) over (partition by last) / 2.0 as r,
                           rank() over (order by orders) - 1 + count(*) over (partition by orders) / 2.0 as f,
                           rank() over (order by cents) - 1 + count(*) over (partition by cents) / 2.0 as m,
                           count(*) over () as n from measured)
    select (6 - ceil(5 * r / n))::integer, ceil(5 * f / n)::integer, ceil(5 * m / n)::integer, count(*)::integer from ranked group by 1, 2, 3`,
  arquero(events) {
    const scores = events
      .filter("d => d.revenue > 0")
      .derive({ day: "d => op.floor(d.time / 86400000)", cents: "d => op.round(d.revenue * 100)" })
      .groupby("customer")
      .rollup({ last: op.max("day"), orders: op.count(), cents: op.sum("cents") })
      .derive({ all: op.count() })
      .orderby("last")
      .derive({ recency: "d => 1 + op.floor(5 * (op.avg_rank() - 0.5) / d.all)" })
      .orderby("orders")
      .derive({ frequency: "d => op.ceil(5 * (op.avg_rank() - 0.5) / d.all)" })
      .orderby("cents")
      .derive({ monetary: "d => op.ceil(5 * (op.avg_rank() - 0.5) / d.all)" })
      .groupby("recency", "frequency", "monetary")
      .rollup({ customers: op.count() });
    return (scores.objects() as Record<"recency" | "frequency" | "monetary" | "customers", number>[]).map(
      ({ recency, frequency, monetary, customers }) => [recency, frequency, monetary, customers],
    );
  },
  also: {},
};
