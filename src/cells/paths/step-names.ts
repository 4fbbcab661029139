import type { Condition } from "../../schema/conditions.ts";

/** What the steps are called. Codes are by name; behind them the start and the end where they are not values of the column, then the endings. */
export interface StepNames {
  names: string[];
  /** How many are values of the column. */
  values: number;
  start: number;
  goal: number;
  left: number;
  active: number;
  began: number;
  other: number;
}

/** What an anchor is called where it is not a value of the column followed, and null where it is. */
function anchorName(conditions: readonly Condition[], follow: string, otherwise: string): string | null {
  if (conditions.every((condition) => "column" in condition && condition.column === follow)) return null;
  const only = conditions.length === 1 ? conditions[0]! : null;
  return only !== null && "column" in only && typeof only.is === "string" ? only.is : otherwise;
}

/** The names of the steps of a cell, over the values in the order of their names. */
export function stepNames(
  values: readonly string[],
  { follow, start, end }: { follow: string; start: readonly Condition[]; end: readonly Condition[] },
): StepNames {
  const names = [...values];
  const taken = new Set(names);
  const add = (name: string): number => {
    let unique = name;
    while (taken.has(unique)) unique = `next ${unique}`;
    taken.add(unique);
    return names.push(unique) - 1;
  };
  const anchor = (conditions: readonly Condition[], otherwise: string) => {
    const name = anchorName(conditions, follow, otherwise);
    return name === null ? -1 : add(name);
  };
  const [from, goal] = [anchor(start, "start"), anchor(end, "end")];
  const [left, active, began, other] = ["(left)", "(still active)", "(began)", "(other steps)"].map(add) as [number, number, number, number];
  return { names, values: values.length, start: from, goal, left, active, began, other };
}
