import type { Figure, FigureTheme } from "../figures/figure.ts";
import type { CellResult } from "../schema/result.ts";

/** What a cell's `view.ts` exports. Params are the resolved values of its schema. It knows nothing of the engine. */
export interface Viewer {
  view(result: CellResult, params: never, theme: FigureTheme): Figure[];
}

const viewers = import.meta.glob<Viewer>(["./*/view.ts", "!./_template/view.ts"], { eager: true });
const texts = import.meta.glob<string>(["./*/doc.md", "!./_template/doc.md"], { eager: true, query: "?raw", import: "default" });

const byKind = <T>(found: Record<string, T>): ReadonlyMap<string, T> =>
  new Map(Object.entries(found).map(([path, value]) => [path.split("/")[1]!, value]));

/** How every kind of cell is drawn, by name. Page only. */
export const views: ReadonlyMap<string, Viewer> = byKind(viewers);

/** What every kind's method is, as Markdown, by name. */
export const docs: ReadonlyMap<string, string> = byKind(texts);
