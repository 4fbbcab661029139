import { rolling } from "arquero";
import { eventNames } from "../events/synthetic-events.ts";
import type { Kernel } from "./kernel.ts";
import { funnelOf, reachedOf, stepEvents } from "./funnel/ours.ts";

const window = 7 * 86_400_000;
const codes = stepEvents.map((name) => eventNames.indexOf(name));
const [view, cart, checkout, purchase] = codes as [number, number, number, number];

/** Four steps in order within seven days, whichever entry gets furthest; per step the newest start that reached it is carried along. */
export const kernel: Kernel = {
  title: "funnel",
  warm: { floor: 30, goal: 60 },
  cold: { floor: 3, goal: 6 },
  ours: (journey, job) => funnelOf(journey, job, { window_curve: false }),
  answer: reachedOf,
  sql: `
    with step as (select customer, time, event from events where event in (${codes.join(",")})),
         one as (select *, max(case when event = ${view} then time end) over so_far as s1 from step
                 window so_far as (partition by customer order by time rows unbounded preceding)),
         two as (select *, max(case when event = ${cart} and time - s1 <= ${window} then s1 end) over so_far as s2 from one
                 window so_far as (partition by customer order by time rows unbounded preceding)),
         three as (select *, max(case when event = ${checkout} and time - s2 <= ${window} then s2 end) over so_far as s3 from two
                   window so_far as (partition by customer order by time rows unbounded preceding)),
         each as (select customer, max(case when event = ${purchase} and time - s3 <= ${window} then 4 when s3 is not null then 3
                                            when s2 is not null then 2 when s1 is not null then 1 end) as depth
                  from three group by customer)
    select n::integer, count(*)::integer from each, range(1, 5) as steps(n) where depth >= n group by n`,
  arquero(events) {
    const newest = (event: number, start: string) =>
      rolling(`op.max(d.event === ${event} && d.time - d.${start} <= ${window} ? d.${start} : -1e15)`) as string;
    const chains = events
      .filter(`d.event === ${view} || d.event === ${cart} || d.event === ${checkout} || d.event === ${purchase}`)
      .groupby("customer")
      .orderby("time")
      .derive({ s1: rolling(`op.max(d.event === ${view} ? d.time : -1e15)`) as string })
      .derive({ s2: newest(cart, "s1") })
      .derive({ s3: newest(checkout, "s2") })
      .derive({ depth: `d.event === ${purchase} && d.time - d.s3 <= ${window} ? 4 : d.s3 > 0 ? 3 : d.s2 > 0 ? 2 : d.s1 > 0 ? 1 : 0` })
      .rollup({ depth: "op.max(d.depth)" });
    const depths = chains.array("depth") as number[];
    return codes.map((_, step) => [step + 1, depths.filter((depth) => depth > step).length]).filter(([, count]) => count !== 0);
  },
  also: { "with shorter and longer times": (journey, job) => funnelOf(journey, job, {}) },
};
