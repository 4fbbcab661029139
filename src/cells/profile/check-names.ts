/** What is looked for, in the order it is told. */
export const checkNames = [
  "mixed_currencies",
  "no_time",
  "future",
  "ancient",
  "clock_skew",
  "missing_days",
  "unusual_days",
  "duplicate_ids",
  "duplicate_rows",
  "no_trusted_id",
  "bots",
  "one_event",
  "unknown_customers",
  "spend_without_events",
  "negative_amounts",
  "zero_amounts",
  "mixed_types",
  "blank_texts",
  "out_of_order",
] as const;

export type CheckName = (typeof checkNames)[number];
