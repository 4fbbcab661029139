import type { Catalogued } from "./cell.ts";
import { readable } from "./reading.ts";

const found = import.meta.glob<Catalogued>(["./*/params.ts", "!./_template/params.ts"], { eager: true });

/** Every kind of cell by name: who it is, what it takes, what it suggests. Both sides of the worker boundary know it. */
export const catalog: ReadonlyMap<string, Catalogued> = new Map(Object.values(found).map((cell) => [cell.kind.name, readable(cell)]));
