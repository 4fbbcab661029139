import type { CellResult } from "../schema/result.ts";
import type { Figure } from "./figure.ts";
import { message } from "./message.ts";

/** What stands in the place of a cell's figures where the table they draw was left out of a shared page. */
export function leftOut(result: CellResult, question: string): Figure {
  const text = "What this cell draws is not in this page: its rows are about single customers or events.";
  return {
    element: message(text, "Ask whoever shared the page for it."),
    title: result.facts.find(({ holds }) => holds)?.text ?? question,
    subtitle: "",
    alt: text,
    drawn: { rows: 0, unit: "group", columns: [] },
  };
}
