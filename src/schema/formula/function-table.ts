import type { FormulaFunction } from "./function-signature.ts";
import { aggregateFunctions } from "./functions/aggregate-functions.ts";
import { missingFunctions } from "./functions/missing-functions.ts";
import { numberFunctions } from "./functions/number-functions.ts";
import { textFunctions } from "./functions/text-functions.ts";
import { timeFunctions } from "./functions/time-functions.ts";

/** Every function of the formula language by name, in the order of the reference. */
export const functionTable: ReadonlyMap<string, FormulaFunction> = new Map(
  [...missingFunctions, ...numberFunctions, ...textFunctions, ...timeFunctions, ...aggregateFunctions].map((one) => [one.name, one]),
);
