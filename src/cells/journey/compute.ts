import type { LineAudit } from "../../journey/audit.ts";
import { buildJourney } from "../../journey/build-journey.ts";
import type { MappedLine } from "../../journey/mapped.ts";
import type { Values } from "../../schema/parameter.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { auditTable, eventsTable, mainTable } from "./audit-tables.ts";
import type { params } from "./params.ts";
import { isCaseLog } from "./guess.ts";
import { rulesOf } from "./rules-of.ts";
import { duplicatesTable, identityTables, sensitivityTable, stepsTable } from "./rule-tables.ts";
import { facts, warnings } from "./say-audit.ts";

function excludedOf(lines: readonly LineAudit[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { excluded } of lines) {
    for (const [reason, count] of Object.entries(excluded)) if (count > 0) sums[reason] = (sums[reason] ?? 0) + count;
  }
  return sums;
}

/** Builds the journey and says what became of every row. The unit of `n` is the event. */
export async function compute(inputs: Inputs, values: Values<typeof params>, job: Job): Promise<CellOutput> {
  const { events, attributes, window } = values;
  const lines: MappedLine[] = events.map((line) => ({ line, table: inputs.table(line.from) }));
  const described = attributes.map((line) => ({ line, table: inputs.table(line.from) }));
  const { timezone, weekStart } = job;
  const { journey, audit } = await buildJourney(
    lines,
    described,
    { timezone, weekStart, window: window ?? job.window },
    (fraction, doing) => job.progress(fraction, doing),
    rulesOf(values, timezone),
  );
  return {
    tables: {
      main: mainTable(audit, lines),
      audit: auditTable(audit, journey, values),
      events: eventsTable(audit),
      steps: stepsTable(audit, journey.customers),
      sensitivity: sensitivityTable(audit, journey.sessions().count, job.level),
      duplicates: duplicatesTable(audit),
      ...(audit.identity === null ? {} : identityTables(audit.identity)),
    },
    facts: facts(journey, audit, events.every(({ customer }) => isCaseLog(customer)) ? "case" : "customer"),
    warnings: warnings(journey, audit, { timezone, byRules: values.stages.length > 0, events }),
    n: journey.rows,
    excluded: excludedOf(audit.lines),
    window: journey.window,
    value: journey,
  };
}
