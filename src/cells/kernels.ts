import type { Kernel } from "./cell.ts";

const found = import.meta.glob<Kernel>(["./*/compute.ts", "!./_template/compute.ts"], { eager: true });

/** How every kind of cell computes, by name. Worker only. */
export const kernels: ReadonlyMap<string, Kernel> = new Map(Object.entries(found).map(([path, kernel]) => [path.split("/")[1]!, kernel]));
