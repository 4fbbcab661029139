import { rowClasses, type RowClasses } from "../../analysis/sequence/row-classes.ts";
import type { Journey } from "../../journey/journey.ts";
import { operand } from "../../journey/predicates/operand.ts";
import { textTest } from "../../journey/predicates/text-test.ts";
import type { Column } from "../../schema/column.ts";
import type { Condition } from "../../schema/conditions.ts";
import type { FunnelStep } from "../../schema/steps.ts";

/** Which steps every event is: the event's code has the class `kindOf[code + 1]`. */
export interface StepKinds {
  codes: Int32Array;
  kindOf: Int32Array;
  classes: RowClasses;
}

/** The one column of text all conditions are on, or null. */
function commonColumn(journey: Journey, lists: readonly (readonly Condition[] | null)[]): Column | null {
  let name: string | null = null;
  for (const list of lists) {
    if (list === null) continue;
    const [only] = list;
    if (list.length !== 1 || only === undefined || !("column" in only) || "missing" in only || (name !== null && name !== only.column)) return null;
    name = only.column;
  }
  if (name === null) return null;
  const column = journey.property(name);
  return column.type === "text" ? column : null;
}

/**
 * What each event of a journey is to a funnel. Where all conditions are on one column of text, only its dictionary is looked at.
 *
 * @throws {UserError} If a condition does not suit the journey.
 */
export function stepKinds(journey: Journey, steps: readonly FunnelStep[]): StepKinds {
  const lists = [...steps.map(({ where }) => where), ...steps.map(({ except }) => except ?? null)];
  const column = commonColumn(journey, lists);
  if (column !== null) {
    const tests = lists.map((list) => {
      if (list === null) return null;
      const { operator, value } = operand(list[0] as Extract<Condition, { column: string }>);
      return textTest(column, operator, value);
    });
    const { of, classes } = rowClasses(tests, steps.length, column.dictionary!.length + 1);
    return { codes: column.values as Int32Array, kindOf: of, classes };
  }
  const masks = lists.map((list) => (list === null ? null : journey.mask(list)));
  const { of, classes } = rowClasses(masks, steps.length, journey.rows);
  return { codes: of, kindOf: Int32Array.from({ length: classes.stepFrom.length }, (_, code) => Math.max(0, code - 1)), classes };
}
