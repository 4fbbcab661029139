import { shapeOf } from "../../data/shape/shape-of.ts";
import { roles } from "../../schema/mapping.ts";
import type { ColumnShape, InputShape } from "../../schema/shape.ts";
import { hasRole, madeColumns } from "../columns/column-names.ts";
import { IndexedJourney } from "../indexed-journey.ts";
import type { Journey } from "../journey.ts";
import { roleShape } from "./role-shape.ts";
import { usualPauses } from "./usual-pauses.ts";

/** Events whose pauses are looked at: the most frequent ones. */
const mostEvents = 24;

function attributeShapes(journey: IndexedJourney): ColumnShape[] {
  const names = journey.origin.attributes.flatMap(({ line }) => line.columns.map((column) => ({ from: line.from, column })));
  const columns = names.map(({ from, column }) => {
    const shared = names.filter((other) => other.column === column).length > 1;
    return { ...journey.attribute(`${from}.${column}`), name: shared ? `${from}.${column}` : column };
  });
  return shapeOf({ rows: journey.customers, unit: "customer", columns }).map((shape) => ({ ...shape, of: "customer" }));
}

/** Roles, then the columns of the mapped tables: by name, or "table.column" where several tables have the name or a role takes it. */
function eventShapes({ lines }: IndexedJourney["origin"]): ColumnShape[] {
  const tables = new Map(lines.map(({ line, table }) => [line.from, { table, shapes: shapeOf(table) }]));
  const mapped = roles.filter((role) => hasRole(lines, role));
  const perLine = lines.map(({ line }) => tables.get(line.from)!.shapes);
  const owners = (name: string) => [...tables.values()].filter(({ shapes }) => shapes.some((shape) => shape.name === name)).length;
  const isShared = (name: string) => mapped.some((role) => role === name) || owners(name) > 1;
  return [
    ...mapped.map((role) => roleShape(role, lines, perLine)),
    ...[...tables].flatMap(([from, { shapes }]) =>
      shapes.map((shape) => ({ ...shape, name: isShared(shape.name) ? `${from}.${shape.name}` : shape.name, of: from })),
    ),
  ];
}

/** What the journey makes of its events, where no column or attribute has the name. */
function madeShapes(journey: IndexedJourney, named: readonly ColumnShape[]): ColumnShape[] {
  const free = madeColumns.filter((made) => !named.some(({ name }) => name === made));
  const columns = free.map((name) => journey.property(name));
  return shapeOf({ rows: journey.rows, unit: "event", columns }).map((shape) => ({ ...shape, of: "journey" }));
}

function columnsOf(journey: IndexedJourney): ColumnShape[] {
  const [events, attributes] = [eventShapes(journey.origin), attributeShapes(journey)];
  return [...events, ...madeShapes(journey, [...events, ...attributes]), ...attributes];
}

/**
 * What the page knows of a journey: its size, window, and every name that conditions and breakdowns may use.
 *
 * Columns are described as the mapped tables hold them, rows that the journey leaves out included.
 */
export function journeyShape(journey: Journey): Omit<InputShape, "name"> {
  const { rows, customers, window } = journey;
  const columns = journey instanceof IndexedJourney ? columnsOf(journey) : [];
  const events = columns.find(({ role }) => role === "event")?.top?.slice(0, mostEvents) ?? [];
  return { provides: "journey", rows, customers, columns, window, pauses: usualPauses(journey, events) };
}
