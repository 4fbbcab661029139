import type { ControlLine } from "../../schema/controls.ts";
import { textColumn } from "../../schema/made-columns.ts";
import type { Fact } from "../../schema/result.ts";
import type { CellOutput, Inputs } from "../cell.ts";
import type { Params } from "./params.ts";

/** A control's choice in words. */
function chosen({ value }: ControlLine): string {
  if (value === null) return "all";
  if (Array.isArray(value)) return `${(value[0] as string | null) ?? "the beginning"} to ${(value[1] as string | null) ?? "the end"}`;
  return String(value as string | number);
}

function factOf(controls: readonly ControlLine[]): Fact {
  const said = controls.map((control) => `${control.label ?? control.name.replaceAll("_", " ")}: ${chosen(control)}`);
  const text = said.length === 0 ? "Nothing to choose yet" : said.join(", ");
  return { code: "chosen", text, values: { controls: controls.length }, holds: controls.length > 0 };
}

/** What is chosen, a row for each control. */
export async function compute(_inputs: Inputs, { controls }: Params): Promise<CellOutput> {
  const of = (pick: (control: ControlLine) => string) => controls.map(pick);
  return {
    tables: {
      main: {
        rows: controls.length,
        unit: "event",
        columns: [
          textColumn(
            "control",
            of(({ name }) => name),
            "dimension",
          ),
          textColumn(
            "kind",
            of(({ kind }) => kind),
          ),
          textColumn("value", of(chosen)),
        ],
      },
    },
    facts: [factOf(controls)],
    warnings: [],
    n: controls.length,
    counts: "controls",
    excluded: {},
  };
}
