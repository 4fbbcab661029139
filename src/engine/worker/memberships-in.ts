import type { MembershipCondition } from "../../schema/conditions.ts";
import type { Json } from "../../schema/json.ts";
import { isRecord } from "../../schema/parameters/say.ts";

/** The conditions on other cells' customers anywhere in a cell's parameters, which are resolved and so of the right form. */
export function membershipsIn(params: Json): MembershipCondition[] {
  if (Array.isArray(params)) return params.flatMap(membershipsIn);
  if (!isRecord(params)) return [];
  const inside = params["in"];
  if (isRecord(inside) && typeof inside["cell"] === "string") return [params as unknown as MembershipCondition];
  return Object.values(params).flatMap(membershipsIn);
}
