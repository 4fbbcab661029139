import type { Condition } from "../conditions.ts";
import type { EventLine, Role } from "../mapping.ts";

/** A file that a well-known product exports, told by the names of its columns. */
export interface KnownExport {
  /** The product and what of it: "Shopify orders". */
  name: string;
  /** Names that must all be there; of a list, one of them. Upper and lower case are the same. */
  signature: readonly (string | readonly string[])[];
  /** Columns for each role, the first that is there counts; of `customer` all that are there, most trusted first. `"=text"` is a constant. */
  roles: Partial<Record<Role, string | readonly string[]>>;
  scale?: EventLine["scale"];
  /** Which rows are events, where not all are. */
  where?: readonly Condition[];
}
