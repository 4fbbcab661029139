import { day, end, hour } from "./calendar.ts";
import { rateSupport } from "./feedback.ts";
import { upset, type Life } from "./life.ts";
import { planted } from "./planted.ts";

const owners = ["A. Sommer", "B. Kaya", "D. Holm", "L. Egli", "M. Novak", "R. Vogt"] as const;

/** The others leave so many without an answer that all together it is the planted share. */
const othersShare = (planted.unanswered.share * owners.length - planted.unanswered.ownerShare) / (owners.length - 1);

/** Opens a ticket with chance `p`. Most are answered within days; some never. */
export function complain(life: Life, at: number, topic: string, p: number): void {
  const { chance, ledger, person } = life;
  if (!chance.happens(p)) return;
  const opened = at + chance.between(1800, 72_000) * 1000;
  const owner = chance.pick(owners);
  const isAnswered = !chance.happens(owner === planted.unanswered.owner ? planted.unanswered.ownerShare : othersShare);
  const replied = opened + chance.around(1, 60) * hour;
  const closed = replied + chance.between(0, 4 * 24) * hour;
  if (opened >= end) return;
  const known = (time: number): number | null => (isAnswered && time < end ? time : null);
  ledger.tickets.push({ at: opened, email: person.email, topic, owner, replied: known(replied), closed: known(closed) });
  if (isAnswered) rateSupport(life, closed, closed - opened > 3 * day);
  else upset(life, opened + 4 * day, planted.unanswered.leave);
}
