import type { Role } from "../schema/mapping.ts";

/** The roles that hold numbers; time holds times, all others names. */
export const numberRoles: readonly Role[] = ["value", "cost", "score"];
