import { operators, type Condition } from "./conditions.ts";

/** One step of a funnel: the events that are it, and what must hold on the way to the next. */
export interface FunnelStep {
  /** What to call it; its conditions in words otherwise. */
  name?: string;
  where: Condition[];
  /** The longest time since the step before it. */
  within?: string;
  /** Events that may not come between this step and the next. */
  except?: Condition[];
  /** Where the steps may come in any order: keeps its place, after all before it and before all behind it. */
  anchored?: true;
}

/** The most steps of a funnel. */
export const mostSteps = 50;

function conditionLabel(condition: Condition): string | null {
  if (!("column" in condition)) return null;
  const operator = operators.find((name) => condition[name] !== undefined);
  if (operator === undefined) return null;
  const value = condition[operator] ?? null;
  const texts = (Array.isArray(value) ? value : [value]).map((text) =>
    typeof text === "string" ? text.replaceAll(/[_-]+/g, " ") : JSON.stringify(text),
  );
  const words = texts.join(" or ");
  if (operator === "is" || operator === "in") return condition.column === "event" ? words : `${condition.column} ${words}`;
  return `${condition.column} ${operator.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)} ${words}`;
}

/**
 * What a step is called: its own name, or its conditions in words.
 *
 * @param place Counted from 0; what is left of a step without words.
 * @example stepLabel({ where: [{ column: "event", is: "add_to_cart" }] }, 1) // "Add to cart"
 */
export function stepLabel({ name, where }: FunnelStep, place: number): string {
  if (name !== undefined) return name;
  const words = where.map(conditionLabel);
  if (where.length === 0) return "Any event";
  if (words.includes(null)) return `Step ${place + 1}`;
  const label = words.join(", ");
  return label.charAt(0).toUpperCase() + label.slice(1);
}
