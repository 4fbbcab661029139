import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { firstRows } from "../../figures/first-rows.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Params } from "./params.ts";
import { columnNotes, readingNote } from "./reading-figure.ts";

/** How a file looks: its first rows, each column with its type, under how it was read. */
export function view(result: CellResult, params: Params, theme: FigureTheme): Figure[] {
  const file = result.facts.find((fact) => fact.code === "file" && fact.holds);
  const format = /^Read as [^;]*/.exec(result.facts.find((fact) => fact.code === "dialect")?.text ?? "")?.[0] ?? null;
  const names = typeof params.file === "string" ? params.file : params.file.join(", ");
  return [
    firstRows(result.tables["main"], theme, {
      title: file?.text ?? names,
      subtitle: readingNote(params, theme.timezone, format),
      notes: columnNotes(result.tables["columns"], theme.locale),
      remedy: "Check the file, and which line holds the names.",
    }),
  ];
}
