import { addAggregateFunction, addFunction } from "arquero";
import { aggregateKernels } from "./functions/aggregate-kernels.ts";
import { logic } from "./functions/logic.ts";
import { numberKernels } from "./functions/number-kernels.ts";
import { textKernels } from "./functions/text-kernels.ts";
import { timeKernels } from "./functions/time-kernels.ts";

type AggregateDef = Parameters<typeof addAggregateFunction>[1];

/** Set apart from Arquero's own functions, which know nothing of missing values. */
export const prefix = "safe_";

/** Makes the functions of the formula language known to Arquero's expressions. Doing it again changes nothing. */
export function registerFunctions(): void {
  for (const kernels of [logic, numberKernels, textKernels, timeKernels])
    for (const [name, kernel] of Object.entries(kernels)) addFunction(prefix + name, kernel, { override: true });
  for (const [name, kernel] of Object.entries(aggregateKernels))
    addAggregateFunction(
      `${prefix}all_${name}`,
      { create: kernel.create as AggregateDef["create"], param: [1, kernel.parameters] },
      { override: true },
    );
}
