import type { Warning } from "../../schema/result.ts";
import type { Feelings } from "./feelings.ts";
import { percent, several } from "./say.ts";
import type { MapParams, Touches } from "./touches.ts";

/** A larger share of touches without a stage is told. */
const mostUnmapped = 0.05;

/** What to know before believing the map. */
export function mapWarnings(touches: Touches, feelings: Feelings, { least, within }: MapParams): Warning[] {
  const warnings: Warning[] = [];
  const say = (code: string, lead: string, text: string, remedy?: string) =>
    warnings.push({ code, lead, text: `${lead} ${text}`, ...(remedy === undefined ? {} : { remedy }) });
  if (touches.count === 0) {
    say(
      "nobody",
      "No customers.",
      "Nobody has a touch that can be put on the map.",
      "Check the touchpoints, the condition on customers, and the journey’s window.",
    );
    return warnings;
  }
  if (touches.count === 1) say("one_customer", "One customer.", "There is only one customer, so nothing can be said about others.");
  if (touches.unmapped > mostUnmapped)
    say(
      "unmapped",
      `${percent(touches.unmapped)} of touches tell no stage.`,
      "They stand in a column of their own.",
      "Say in the journey’s rules which stage these events belong to.",
    );
  if (touches.goal === null)
    say("no_goal", "No conversion.", "The journey has no value, and no event was named as the goal.", "Choose the events that are a conversion.");
  const { journey } = touches;
  if (journey.window[1] - journey.window[0] < touches.within + touches.exitGap)
    say(
      "short",
      "The data are short.",
      `They do not last ${within} and the exit gap behind any touch, so nobody is known to have dropped off.`,
      "Choose a shorter time.",
    );
  const answers = feelings.overall.reduce((sum, one) => sum + one.answers, 0);
  if (answers > 0 && feelings.line < 0) say("few_answers", "Feeling is not drawn as a line:", `no touchpoint has answers of ${least} customers.`);
  else if (answers > 0) {
    const cells = touches.stages.length * touches.touchpoints.length;
    const thin = feelings.found.filter((one) => one.place < cells && one.source === feelings.line && one.customers < least).length;
    const answered = feelings.overall.find(({ source }) => source === feelings.line)!.customers;
    if (thin > 0)
      say(
        "gaps",
        `Feeling is left out at ${several(thin, "place")}:`,
        `fewer than ${least} customers answered there. ${percent(answered / touches.count)} of customers answered at all; they may not be like the rest.`,
      );
  }
  const unknown = feelings.excluded["answers without a known scale"] ?? 0;
  if (unknown > 0)
    say(
      "no_scale",
      `${several(unknown, "answer")} on no known scale.`,
      "A score counts as a feeling only when its scale is known.",
      "Say in the journey whether the score is NPS, CSAT or CES.",
    );
  return warnings;
}
