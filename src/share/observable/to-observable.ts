import type { Table } from "../../schema/table.ts";
import { kitFile, type KitCell } from "./notebook-kit.ts";
import { plotCode } from "./plot-code.ts";
import { mostRows, rowsCode } from "./rows-code.ts";

/** What of one figure goes into another tool: its words, and the table it was drawn from. */
export interface TakenFigure {
  title: string;
  subtitle: string;
  drawn: Table;
}

/** A block of the notebook: words, or a cell with its figures. */
export type TakenBlock = { prose: string } | { cell: string; note: string; figures: readonly TakenFigure[] };

// In Observable, a dollar sign before a brace in Markdown begins code.
const asMarkdown = (text: string): string => text.replaceAll("${", "\\${");

function figureCells(name: string, { title, subtitle, drawn }: TakenFigure, note: string): KitCell[] {
  const cut = drawn.rows > mostRows ? ` The first ${mostRows.toLocaleString("en-US")} of ${drawn.rows.toLocaleString("en-US")} rows.` : "";
  const words = [`### ${title}`, `${subtitle}${cut}`, note].filter((line) => line !== "").join("\n\n");
  const code = plotCode(drawn, name) ?? `Inputs.table(${name})`;
  return [
    { type: "text/markdown", source: asMarkdown(words) },
    { type: "module", source: `const ${name} = ${rowsCode(drawn)};\n\ndisplay(${code});` },
  ];
}

/**
 * A notebook as an Observable notebook: its prose, and for each figure the table it was drawn from with plain Plot code.
 *
 * It computes nothing again there, and its charts are simpler than the ones here.
 *
 * @param blocks In order. A cell's name becomes a variable, the figures after its first `name_2`, `name_3`, ….
 */
export function toObservable(title: string, blocks: readonly TakenBlock[]): string {
  const cells = blocks.flatMap((block): KitCell[] => {
    if ("prose" in block) return [{ type: "text/markdown", source: asMarkdown(block.prose) }];
    return block.figures.flatMap((figure, place) =>
      figureCells(place === 0 ? block.cell : `${block.cell}_${place + 1}`, figure, place === 0 ? block.note : ""),
    );
  });
  const heading: KitCell = { type: "text/markdown", source: asMarkdown(`# ${title}`) };
  return kitFile(title, title === "" ? cells : [heading, ...cells]);
}
