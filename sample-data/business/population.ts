import { askToRecommend } from "./feedback.ts";
import { Chance } from "./chance.ts";
import { day, end, monthOf, start, weekOf, weeks } from "./calendar.ts";
import { isGone } from "./habits.ts";
import type { Ledger } from "./ledger.ts";
import { newLife, type Life } from "./life.ts";
import { newPerson, type Person } from "./person.ts";
import { arrive, liveWeek } from "./shopping.ts";
import type { Tally } from "./tally.ts";

/** From Monday to Sunday. */
const rhythm = [0.9, 0.9, 0.95, 0.95, 1, 1.1, 1.2] as const;

/** How many come for the first time on a day of a business of usual size: more from year to year, and twice as many in November. */
function newcomersOn(at: number): number {
  const later = (at - start) / (end - start);
  const month = monthOf(at);
  const weekday = rhythm[Math.round((at - start) / day) % 7]!;
  return (19 + 9.5 * later) * weekday * (month === 11 ? 2 : month === 12 ? 1.4 : 1);
}

/** The people, in the order in which they come. Some share a device with the one before: a couple with one tablet. */
function populate(seed: number, scale: number): { person: Person; chance: Chance }[] {
  const door = new Chance(seed, 1);
  const people: { person: Person; chance: Chance }[] = [];
  for (let at = start; at < end; at += day) {
    const expected = newcomersOn(at) * scale;
    const number = Math.floor(expected) + (door.happens(expected - Math.floor(expected)) ? 1 : 0);
    const arrivals = Array.from({ length: number }, () => at + door.around(8 * 3600, 22 * 3600) * 1000).filter((time) => time < end);
    for (const arrived of arrivals.toSorted((a, b) => a - b)) {
      const chance = new Chance(seed, 1000 + people.length);
      const person = newPerson(chance, people.length, arrived);
      const before = people.at(-1)?.person;
      if (before !== undefined && chance.happens(0.03)) person.devices[0] = before.devices[0]!;
      people.push({ person, chance });
    }
  }
  return people;
}

function live(life: Life): void {
  arrive(life);
  for (const week of weeks.slice(weekOf(life.person.arrived) + 1)) {
    if (isGone(life, week.at)) return;
    liveWeek(life, week);
    if (life.orders > 0 && week.index % 13 === (life.person.arrived / 1000) % 13)
      askToRecommend(life, week.at + life.chance.between(8 * 3600, 6 * 86_400) * 1000);
  }
}

/** Everybody's life, written into the ledger. */
export function liveAll(seed: number, scale: number, ledger: Ledger, tally: Tally): Life[] {
  return populate(seed, scale).map(({ person, chance }) => {
    const life = newLife(person, chance, ledger, tally);
    live(life);
    return life;
  });
}
