import { html, type TemplateResult } from "lit";
import type { ColumnShape, InputShape } from "../../../schema/shape.ts";
import { joinKinds, type JoinVerb } from "../../../schema/verbs.ts";
import { icon } from "../../icons/icon.ts";
import { columnSelect } from "../column/column-select.ts";
import { columnsOf } from "../field.ts";

const sentences: Record<(typeof joinKinds)[number], string> = {
  left: "keep all rows here",
  inner: "keep rows found in both",
  full: "keep all rows of both",
  semi: "keep rows found there, add nothing",
  anti: "keep rows not found there",
};

/** The other table, the columns that must be equal, and which rows stay. */
export function joinStep(options: {
  join: JoinVerb;
  columns: readonly ColumnShape[];
  tables: readonly string[];
  shapes: ReadonlyMap<string, InputShape>;
  set: (join: JoinVerb) => void;
}): TemplateResult {
  const { join, columns, tables, shapes, set } = options;
  const pairs = Array.isArray(join.on) ? join.on.map((name) => [name, name] as const) : Object.entries(join.on);
  const other = columnsOf(shapes, join.from);
  const write = (next: readonly (readonly [string, string])[]) =>
    set({ ...join, on: next.every(([left, right]) => left === right) ? next.map(([left]) => left) : Object.fromEntries(next) });
  const replace = (index: number, pair: readonly [string, string] | null) =>
    write(pairs.flatMap((old, at) => (at !== index ? [old] : pair === null ? [] : [pair])));
  const known = tables.includes(join.from) ? tables : [join.from, ...tables];
  return html`<select class="mono" aria-label="Table" @change=${(event: Event) => set({ ...join, from: (event.target as HTMLSelectElement).value })}>
      ${known.map((name) => html`<option ?selected=${name === join.from}>${name}</option>`)}
    </select>
    ${pairs.map(
      ([left, right], index) =>
        html`<div class="row">
          <span class="grow"
            >${columnSelect({ label: "Column here", columns, value: left, choose: (name) => name !== null && replace(index, [name, right]) })}</span
          ><span aria-hidden="true">=</span
          ><span class="grow"
            >${columnSelect({ label: "Column there", columns: other, value: right, choose: (name) => name !== null && replace(index, [left, name]) })}</span
          >${
            pairs.length === 1
              ? ""
              : html`<button class="icon" aria-label="Remove this pair" @click=${() => replace(index, null)}>${icon("x", "small")}</button>`
          }
        </div>`,
    )}
    <button class="add" @click=${() => write([...pairs, [columns[0]?.name ?? "", other[0]?.name ?? ""]])}>${icon("plus", "small")}And equal</button>
    <select
      aria-label="Rows to keep"
      @change=${(event: Event) => set({ ...join, how: joinKinds[(event.target as HTMLSelectElement).selectedIndex]! })}
    >
      ${joinKinds.map((kind) => html`<option ?selected=${kind === (join.how ?? "left")}>${kind}: ${sentences[kind]}</option>`)}
    </select>`;
}
