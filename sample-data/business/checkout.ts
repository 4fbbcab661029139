import { end } from "./calendar.ts";
import { fulfil } from "./fulfilment.ts";
import type { Life } from "./life.ts";
import { placeOrder } from "./ordering.ts";
import { planted } from "./planted.ts";
import { logIn, record, type Visit } from "./visit.ts";

const testFrom = Date.UTC(2025, 1, 28, 23);
const testUntil = Date.UTC(2025, 4, 31, 22);

/** Shows the variant of the test and gives the chance that the checkout ends in a purchase. */
function exposeToTest(life: Life, visit: Visit): number {
  const { control, treatment, name } = planted.experiment;
  if (visit.at < testFrom || visit.at >= testUntil) return control;
  if (life.variant === null) {
    life.variant = life.chance.happens(0.5) ? "lockers" : "control";
    life.ledger.assignments.push({ at: visit.at, customer: life.person.id, variant: life.variant });
  }
  record(life, visit, "experiment_exposed", `${name}/${life.variant}`);
  return life.variant === "lockers" ? treatment : control;
}

function deliveryOf(life: Life, hasLockers: boolean): string {
  const isNear = life.person.country === "DE";
  if (hasLockers && life.chance.happens(0.22)) return "locker";
  return isNear && life.chance.happens(planted.pickUp.share) ? "pick-up" : "home";
}

/** From the cart to the purchase, or not. */
export function checkOut(life: Life, visit: Visit): void {
  record(life, visit, "checkout", "checkout");
  logIn(life, visit);
  const completes = life.chance.happens(exposeToTest(life, visit));
  const isTest = visit.at >= testFrom && visit.at < testUntil;
  const delivery = deliveryOf(life, isTest && life.variant === "lockers");
  if (!completes && life.chance.happens(0.4)) return;
  record(life, visit, delivery === "pick-up" ? "pickup_chosen" : "delivery_chosen", delivery);
  if (!completes || visit.at >= end) return;
  const order = placeOrder(life, visit.at, visit.touchpoint === "app" ? "app" : "web", delivery);
  life.tally.countLastClick(visit.from);
  record(life, visit, "purchase", "thank-you");
  fulfil(life, order);
}
