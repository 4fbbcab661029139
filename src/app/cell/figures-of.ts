import { catalog } from "../../cells/catalog.ts";
import { views } from "../../cells/registry.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { leftOut } from "../../figures/left-out.ts";
import type { RawParams } from "../../schema/parameter.ts";
import { resolve } from "../../schema/parameters.ts";
import type { CellResult } from "../../schema/result.ts";

/** What is drawn: a kind of cell, and its parameters as values. */
export interface Drawn {
  kind: string;
  params: RawParams;
}

/** The figures of a result; where its main table was left out of a shared page, one that says so. @throws If it cannot be drawn. */
export function figuresOf({ kind: name, params: raw }: Drawn, result: CellResult, theme: FigureTheme): Figure[] {
  const known = catalog.get(name);
  const viewer = views.get(name);
  if (known === undefined || viewer === undefined) return [];
  const isHere = result.tables["main"] !== undefined || known.kind.provides === "values";
  return isHere ? viewer.view(result, resolve(known.params, raw) as never, theme) : [leftOut(result, known.kind.question)];
}
