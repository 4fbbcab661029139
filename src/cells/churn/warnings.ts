import type { Warning } from "../../schema/result.ts";
import type { Coefficients } from "./coefficients.ts";
import type { Material } from "./lesson.ts";
import type { ChurnParams } from "./params.ts";
import { hasMoney } from "./profit.ts";
import { listed, several, verb } from "./say.ts";
import { day } from "./windows.ts";

const few = 50;

function warning(code: string, lead: string, text: string, remedy?: string): Warning {
  return { code, lead, text: `${lead} ${text}`, ...(remedy === undefined ? {} : { remedy }) };
}

/** What may know the future, and what was left out. */
function aboutFeatures({ suspects, constant, journey, table, encodings }: Material): Warning[] {
  const kept = new Set(encodings.map(({ name }) => name));
  const [out, used] = [suspects.filter((name) => !kept.has(name)), suspects.filter((name) => kept.has(name))];
  const undated = encodings.filter((encoding) => encoding.undated).map(({ name }) => name);
  const undatedOut = journey?.undated ?? [];
  const identifiers = table?.identifiers ?? [];
  const late = "written after the fact";
  const found: [readonly string[], Warning][] = [
    [
      out,
      warning(
        "knows_the_outcome",
        "Left out:",
        `${listed(out)} alone ${verb(out, "tells", "tell")} nearly everyone who left from those who stayed, so probably ${late}.`,
      ),
    ],
    [
      used,
      warning(
        "knows_the_outcome",
        "Too good to be true:",
        `${listed(used)} alone ${verb(used, "knows", "know")} the outcome. If ${late}, every number here is worthless.`,
        "Leave it out of the features.",
      ),
    ],
    [
      undated,
      warning(
        "undated",
        "May know the future:",
        `nothing says since when ${listed(undated)} ${verb(undated, "holds", "hold")}, so the models may have seen what was not known at a snapshot.`,
      ),
    ],
    [
      undatedOut,
      warning("undated_out", "Left out:", `${listed(undatedOut)}, since nothing says since when ${verb(undatedOut, "it holds", "they hold")}.`),
    ],
    [identifiers, warning("identifiers", "Left out:", `${listed(identifiers)}, which ${verb(identifiers, "names", "name")} rows.`)],
    [constant, warning("constant", "Left out:", `${listed(constant)}, which ${verb(constant, "has", "have")} the same value for everyone.`)],
  ];
  return found.filter(([names]) => names.length > 0).map(([, told]) => told);
}

/** How far the judgement can be trusted. */
function aboutJudgement({ journey, plan, lesson }: Material, params: ChurnParams): Warning[] {
  const judged = plan.testing ?? plan.learning;
  const left = judged.reduce((sum, row) => sum + lesson.outcomes[row]!, 0);
  const warnings: Warning[] = [];
  if (Math.min(left, judged.length - left) < few)
    warnings.push(
      warning(
        "few",
        "Few customers:",
        `the models are judged by ${several(left, "customer")} who left and ${several(judged.length - left, "customer")} who stayed; look at the intervals.`,
      ),
    );
  if (journey?.snapshots.length === 1)
    warnings.push(
      warning(
        "one_snapshot",
        "One snapshot:",
        "the data hold one outcome only, so the models are judged in folds of the same time. Next season may differ.",
      ),
    );
  const outcome = (journey?.lengths.outcome ?? 0) / day;
  const pauses = journey?.pauses ?? 0;
  if (params.cancel.length === 0 && pauses > 1.5 * outcome && outcome > 0)
    warnings.push(
      warning(
        "short_outcome",
        "A short outcome:",
        `one pause in ten lasts longer than ${pauses} days, so many of those who count as having left after ${outcome} days will come back.`,
        `Choose an outcome of about ${Math.min(365, pauses)} days.`,
      ),
    );
  if (lesson.recency === null)
    warnings.push(
      warning(
        "no_rule",
        "No simple rule to compare with:",
        "nothing says how long ago each customer was last seen.",
        "Choose the column with the days since last seen.",
      ),
    );
  return warnings;
}

/** What to know before believing the scores. */
export function churnWarnings(found: Material, params: ChurnParams, fitted: Coefficients): Warning[] {
  const warnings = [...aboutFeatures(found), ...aboutJudgement(found, params)];
  if (fitted.separated)
    warnings.push(
      warning(
        "separated",
        "Perfect separation:",
        "some combination of features tells leavers apart without fail, so without a penalty the logistic coefficients grow without end.",
        "Set a penalty, or look for a feature written after the fact.",
      ),
    );
  const { aliased } = fitted;
  if (aliased.length > 0)
    warnings.push(
      warning(
        "aliased",
        "Said twice:",
        `${listed(aliased)} ${verb(aliased, "follows", "follow")} from other features and ${verb(aliased, "has", "have")} no coefficient.`,
      ),
    );
  if (hasMoney(params)) {
    const text = `${params.contact_cost} per contact, a ${(params.save_rate * 100).toFixed(0)}% success rate and ${params.value} saved; none of them is measured here.`;
    warnings.push(warning("assumed", "Profit assumes", text, "Test the offer in an experiment."));
  }
  return warnings;
}
