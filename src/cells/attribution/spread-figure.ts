import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { drawn } from "../../figures/drawn.ts";
import { numbers } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import { histogram } from "./histogram-figure.ts";

const longest = 15;
const latest = 31;
const half = 360;

const known = (table: Table | undefined): table is Table => table !== undefined && table.rows > 0;

/** How many touches and how many days stand between the first touch and the conversion. */
export function spreadFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const { lengths, lags } = result.tables;
  if (!known(lengths)) return null;
  const shown = known(lags) ? lags : null;
  const width = Math.min(half, theme.width);
  const pictures = [
    histogram({ table: lengths, key: "touches", caption: "Touches before a conversion", last: longest, width, firstRow: 0 }, theme),
    ...(shown === null
      ? []
      : [histogram({ table: shown, key: "days", caption: "Days since the first touch", last: latest, width, firstRow: lengths.rows }, theme)]),
  ];
  const rows = [lengths, ...(shown === null ? [] : [shown])].flatMap((table, place) => {
    const key = place === 0 ? "touches" : "days";
    const of = (name: string) => numbers(table, name);
    const [keys, conversions, share, customers] = [of(key), of("conversions"), of("share"), of("customers")];
    return keys.map((value, row) => ({
      key,
      value,
      conversions: conversions[row] ?? null,
      share: share[row] ?? null,
      customers: customers[row] ?? null,
    }));
  });
  return {
    element: element("div", "figure figure-halves", ...pictures),
    title: "How long it takes,",
    subtitle: "per cent of conversions with a touch before them",
    alt: `Bars of conversions by touches${shown === null ? "" : " and by days"} before them.`,
    drawn: drawn("group", [
      { name: "by", type: "text", role: "dimension", values: rows.map((row) => row.key) },
      { name: "number", type: "integer", role: "dimension", values: rows.map((row) => row.value) },
      { name: "conversions", type: "number", role: "count", values: rows.map((row) => row.conversions) },
      { name: "share", type: "number", role: "rate", values: rows.map((row) => row.share) },
      { name: "customers", type: "integer", role: "customers", values: rows.map((row) => row.customers) },
    ]),
    picks(mark) {
      const row = rows[rowOf(mark) ?? -1];
      if (row === undefined || row.value === null) return null;
      return { table: row.key === "touches" ? "lengths" : "lags", row: { [row.key]: row.value } };
    },
  };
}
