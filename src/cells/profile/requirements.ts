import { UserError, type Problem } from "../../schema/errors.ts";
import { shareOf, type Check } from "./check.ts";
import { checkNames, type CheckName } from "./check-names.ts";
import { percent, someOf, whole } from "./say.ts";

/** What may be found at most, and whether it is kept. */
export interface Requirement {
  check: CheckName;
  isMet: boolean;
  /** "12 rows, at most 0 allowed". */
  text: string;
}

const isName = (name: string): name is CheckName => (checkNames as readonly string[]).includes(name);

function requirement(name: string, allowed: string, checks: readonly Check[]): Requirement {
  const about = { param: "require" };
  if (!isName(name)) throw new UserError(`There is no check "${name}".`, `Require one of ${checkNames.join(", ")}.`, about);
  const match = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(allowed);
  if (match === null) throw new UserError(`"${allowed}" is no limit for "${name}".`, 'Write a number such as "0", or a share such as "1%".', about);
  const found = checks.find(({ check }) => check === name);
  if (found === undefined)
    throw new UserError(`"${name}" cannot be checked in these data.`, "Choose the columns or tables it needs, or leave the requirement out.", about);
  const limit = Number(match[1]);
  const isShare = match[2] === "%";
  const has = isShare ? percent(shareOf(found)) : whole(found.found);
  return {
    check: name,
    isMet: (isShare ? shareOf(found) * 100 : found.found) <= limit,
    text: `${has} of ${whole(found.of)} ${found.counts}, and at most ${allowed.trim()} may be`,
  };
}

/** The requirements with whether they are met. @throws {UserError} If one is no check, no limit, or cannot be told in these data. */
export const requirementsOf = (require: Readonly<Record<string, string>>, checks: readonly Check[]): Requirement[] =>
  Object.entries(require).map(([name, allowed]) => requirement(name, allowed, checks));

/** Why what follows must not run: the first requirement that is not met, and how many more. */
export function barrier(requirements: readonly Requirement[]): Problem | null {
  const failed = requirements.filter(({ isMet }) => !isMet);
  if (failed.length === 0) return null;
  const words = failed.map(({ check, text }) => `${check.replaceAll("_", " ")} (${text})`);
  return {
    problem: `${failed.length === 1 ? "A requirement is" : `${failed.length} requirements are`} not met: ${someOf(words, 2)}.`,
    remedy: "Mend the data in a cell before it, or allow more in its requirements.",
  };
}
