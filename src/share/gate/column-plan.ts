import type { PersonalData } from "../../schema/personal/personal-data.ts";

/** What happens to a column on its way out: left out, renamed, its texts redacted, or made coarser. */
export type ColumnAction = "keep" | "drop" | "pseudonym" | "redact" | "generalise";

/** One column of a table, what was found in it, and what is done about it. */
export interface ColumnPlan {
  column: string;
  found: PersonalData | null;
  action: ColumnAction;
}
