import { week, type Week } from "./calendar.ts";
import { loyaltyStart, upset, type Life } from "./life.ts";
import { planted } from "./planted.ts";

const weeksInAMonth = 4.348;

/** The share of usual habits that is left of somebody who may be leaving. */
function faded(life: Life, at: number, left: number): number {
  if (life.leaving === null || at < life.leaving) return 1;
  return left;
}

/** Whether nothing more will come of this customer. */
export const isGone = (life: Life, at: number): boolean => life.leaving !== null && at >= life.leaving + planted.leaving.weeks * week;

/** The chance to come with the intent to buy in a week, advertisements aside. An intent online ends in an order in 62 % of cases, so it is that much higher. */
export function intent(life: Life, { at, month, isSale }: Week): number {
  const { person } = life;
  const since = at - person.arrived;
  if (life.orders === 0) return (since < 10 * week ? 0.28 : 0.02) / weeksInAMonth;
  const segment = planted.segments[person.segment];
  const season = Math.max(isSale ? segment.sale : 0, month === 11 || month === 12 ? segment.christmas : 0) || 1;
  const member = person.home === "app" && at >= loyaltyStart ? planted.loyalty.lift : 1;
  const ordered = (segment.monthly * planted.acquisition[person.acquisition].loyal * season * member) / weeksInAMonth;
  return faded(life, at, planted.leaving.orders) * (person.home === "store" ? ordered : ordered / planted.experiment.control);
}

/** The chance to come in a week only to look. */
export function visitsPerWeek(life: Life, { at }: Week): number {
  return faded(life, at, planted.leaving.visits) * planted.segments[life.person.segment].visits;
}

/** Some begin to leave for no reason the shop knows; those who have never bought sooner. */
export function mayTire(life: Life, { at }: Week): void {
  upset(life, at, life.orders > 0 ? planted.leaving.weekly : planted.leaving.weeklyBeforeFirst);
}
