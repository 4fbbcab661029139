import type { Inputs } from "../cell.ts";
import type { Check } from "./check.ts";
import { checkNames } from "./check-names.ts";
import { activityChecks, orphanChecks } from "./customer-checks.ts";
import type { Observed } from "./observed.ts";
import type { ProfileParams } from "./params.ts";
import { amountChecks, duplicateChecks, identityChecks, textChecks } from "./row-checks.ts";
import { believed, dayChecks, orderChecks, strayChecks } from "./time-checks.ts";

/**
 * Everything that is looked for, one part after the other so that a run can be stopped between them.
 *
 * Checks that need a column or a table that is not there are left out.
 */
export function* checksOf(observed: Observed, params: ProfileParams, inputs: Inputs, timezone: string): Generator<Check[]> {
  const ends = believed(observed, params, timezone);
  yield strayChecks(observed, ends, timezone);
  yield dayChecks(observed, ends, timezone);
  yield orderChecks(observed);
  yield duplicateChecks(observed);
  yield identityChecks(observed);
  yield activityChecks(observed);
  yield orphanChecks(observed, params, inputs);
  yield amountChecks(observed);
  yield textChecks(observed);
}

/** Checks in the order they are told. */
export const inOrder = (checks: readonly Check[]): Check[] => checks.toSorted((a, b) => checkNames.indexOf(a.check) - checkNames.indexOf(b.check));
