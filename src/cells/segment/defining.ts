import type { Condition } from "../../schema/conditions.ts";
import type { Rule } from "../../schema/rules.ts";

const columnsIn = (conditions: readonly Condition[]): string[] =>
  conditions.flatMap((condition) => {
    if ("column" in condition) return [condition.column];
    if ("any" in condition) return columnsIn(condition.any);
    if ("all" in condition) return columnsIn(condition.all);
    return "not" in condition ? columnsIn(condition.not) : ["behaviour"];
  });

/**
 * What rules are about: names of columns, and "behaviour" where they count, order or borrow what customers did. A segment differs in these by
 * construction.
 */
export function definedBy(rules: readonly Rule[]): Set<string> {
  return new Set(
    rules.flatMap((rule) => {
      if ("any" in rule) return [...definedBy(rule.any)];
      if ("all" in rule) return [...definedBy(rule.all)];
      if ("not" in rule) return [...definedBy(rule.not)];
      if ("did" in rule) return ["behaviour", ...columnsIn(rule.did)];
      if ("sequence" in rule) return ["behaviour", ...rule.sequence.flatMap(columnsIn), ...columnsIn(rule.without ?? [])];
      if ("first" in rule) return columnsIn([...rule.first, ...(rule.of ?? [])]);
      if ("last" in rule) return columnsIn([...rule.last, ...(rule.of ?? [])]);
      return columnsIn([rule]);
    }),
  );
}
