import type { Warning } from "../../schema/result.ts";
import { fewest } from "./facts.ts";
import type { Part } from "./part.ts";
import type { AttributionParams } from "./presets.ts";
import { listed, percent, several, whole } from "./say.ts";
import type { Bills } from "./spend.ts";
import type { Ways } from "./ways.ts";

const day = 86_400_000;
const least = 0.55;

interface Found {
  conversions: number;
  nulls: number;
  touched: number;
  converted: number;
}

function spendWarnings({ channels, outside, unreadable }: Bills, lookback: number): Warning[] {
  const warnings: Warning[] = [];
  const untouched = channels.filter((row) => !row.touched && row.spend > 0);
  const unbilled = channels.filter((row) => row.touched && row.spend === 0);
  const immature = channels.reduce((sum, row) => sum + row.immature, 0);
  if (untouched.length > 0)
    warnings.push({
      code: "unmatched_spend",
      lead: "Spend without touches.",
      text: `No path has a touch of ${listed(untouched.map((row) => row.channel))}, which cost ${whole(untouched.reduce((sum, row) => sum + row.spend, 0))}.`,
      remedy: "Check that both tables name channels alike.",
    });
  if (unbilled.length > 0)
    warnings.push({
      code: "unmatched_touches",
      lead: "Touches without spend.",
      text: `Nothing was spent on ${listed(unbilled.map((row) => row.channel))}, so there is no return to tell.`,
    });
  if (immature > 0)
    warnings.push({
      code: "immature",
      lead: "The last days are not all in.",
      text: `${whole(immature)} was spent in the last ${several(Math.floor(lookback / day), "day")}, whose touches may still lead to conversions: returns are a little too low.`,
    });
  if (outside > 0) warnings.push({ code: "spend_outside", text: `${whole(outside)} was spent outside the observed days and is left out.` });
  if (unreadable > 0)
    warnings.push({
      code: "spend_unreadable",
      text: `${several(unreadable, "row")} of the table of spend ${unreadable === 1 ? "lacks" : "lack"} a channel, a date or an amount.`,
    });
  return warnings;
}

/** What the models say of themselves. */
function modelWarnings(parts: readonly Part[], found: Found): Warning[] {
  const credits = parts.flatMap((part) => (part.credits === null ? [] : [part.credits]));
  const warnings: Warning[] = [];
  if (found.nulls === 0)
    warnings.push({
      code: "null_paths_missing",
      lead: "Every path converted.",
      text: "Without paths that led to nothing, Markov credits presence on the path only, and there is nothing for the logistic model to learn.",
      remedy: "Include journeys without a conversion, or read the rule-based models only.",
    });
  const weak = credits.filter(({ driven }) => driven?.heldOut !== null && driven !== null && driven.heldOut! < least);
  if (weak.length > 0)
    warnings.push({
      code: "weak_logistic",
      lead: "Channels hardly tell who converts.",
      text: `The logistic model tells converting paths it has not seen from others with an AUC of ${weak[0]!.driven!.heldOut!.toFixed(2)}, where 0.50 is chance: do not rely on its credit.`,
    });
  const sampled = credits.find(({ rateErrors }) => rateErrors !== null);
  if (sampled !== undefined)
    warnings.push({
      code: "sampled_shapley",
      lead: "Many channels.",
      text: `The Shapley values of rates of ${sampled.channels} channels are sampled, with a standard error of at most ${percent(Math.max(...sampled.rateErrors!))} of all credit, and have no interval.`,
    });
  return warnings;
}

/** What to know before believing the figure. */
export function attributionWarnings(ways: Ways, parts: readonly Part[], bills: Bills | null, params: AttributionParams, found: Found): Warning[] {
  const warnings: Warning[] = [];
  const { journey } = ways;
  if (found.conversions === 0) {
    const events = journey?.code("event").dictionary ?? [];
    return [
      {
        code: "no_conversions",
        lead: "No conversions.",
        text:
          journey === null
            ? "No row of the table counts a conversion."
            : `No event is a conversion${params.conversion.length === 0 ? ': none is called "purchase"' : ""}.`,
        remedy: journey === null ? "Choose the column that counts conversions." : `Choose the conversion among ${listed(events)}.`,
      },
    ];
  }
  if (found.touched === 0)
    warnings.push({
      code: "no_touches",
      lead: "No touches.",
      text: "No conversion has a touch before it, so there is no credit to share out.",
      remedy:
        journey === null
          ? "Check the column of paths and what stands between channels."
          : "Map a channel for the events that bring customers, or count the conversion itself as a touch.",
    });
  if (ways.channels.length === 1)
    warnings.push({
      code: "one_channel",
      lead: "One channel.",
      text: `All touches are of "${ways.channels[0]!}", so every model gives it everything.`,
    });
  if (journey !== null && found.converted === 1)
    warnings.push({ code: "one_customer", lead: "One customer.", text: "Only one customer converted, so nothing can be said about others." });
  else if (journey !== null && found.converted < fewest)
    warnings.push({
      code: "few_customers",
      lead: "Few customers.",
      text: `Only ${whole(found.converted)} customers converted: look at the intervals before comparing.`,
    });
  if (journey === null && found.touched > 0)
    warnings.push({
      code: "no_times",
      lead: "No times.",
      text: "A table of paths knows no times: time decay halves the credit with each step back, and each conversion is drawn as if it were a customer.",
    });
  if (found.touched === 0) return warnings;
  warnings.push(...modelWarnings(parts, found));
  if (bills !== null) warnings.push(...spendWarnings(bills, ways.lookback));
  warnings.push({
    code: "descriptive",
    text: "This describes, it does not prove cause: models share out the conversions that happened. What would have happened without a channel, only a test with a hold-out group can tell.",
  });
  return warnings;
}
