import { html, type TemplateResult } from "lit";
import type { ColumnShape } from "../../../schema/shape.ts";
import type { FoldVerb, PivotVerb, SampleVerb, UnrollVerb } from "../../../schema/verbs.ts";
import { icon } from "../../icons/icon.ts";
import { columnSelect } from "../column/column-select.ts";
import { columnList } from "../columns/column-list.ts";
import "../formula/formula-input.ts";

const written = (event: Event): string => (event.target as HTMLInputElement).value.trim();

const nameInput = (label: string, value: string, set: (name: string) => void): TemplateResult =>
  html`<label class="label">${label}<input class="mono" .value=${value} @change=${(event: Event) => set(written(event) || value)} /></label>`;

function wholeInput(label: string, value: number, least: number, set: (number: number) => void): TemplateResult {
  const take = (event: Event) => {
    const number = Math.trunc(Number(written(event)));
    if (Number.isFinite(number) && number >= least) set(number);
  };
  return html`<label class="label">${label}<input type="number" min=${least} .value=${String(value)} @change=${take} /></label>`;
}

/** The columns that become rows, and the names of the two columns that hold them. */
export function foldStep(fold: FoldVerb, columns: readonly ColumnShape[], set: (fold: FoldVerb) => void): TemplateResult {
  return html`${columnList({ columns, value: fold.columns, choose: (chosen) => chosen.length > 0 && set({ ...fold, columns: chosen }) })}
  ${nameInput("Their names go into", fold.key, (key) => key !== fold.value && set({ ...fold, key }))}
  ${nameInput("Their values go into", fold.value, (value) => value !== fold.key && set({ ...fold, value }))}`;
}

/** The column whose values become columns, and what they hold. */
export function pivotStep(pivot: PivotVerb, columns: readonly ColumnShape[], set: (pivot: PivotVerb) => void): TemplateResult {
  return html`${columnSelect({
      label: "A column for each value of",
      columns,
      value: pivot.column,
      choose: (column) => column !== null && set({ ...pivot, column }),
    })}<formula-input
      label="What the columns hold"
      aggregate
      .columns=${columns}
      .value=${pivot.value}
      @change=${(event: CustomEvent<string>) => {
        event.stopPropagation();
        if (event.detail !== "") set({ ...pivot, value: event.detail });
      }}
    ></formula-input>`;
}

/** The column that is split, and what stands between its parts. */
export function unrollStep(unroll: UnrollVerb, columns: readonly ColumnShape[], set: (unroll: UnrollVerb) => void): TemplateResult {
  const texts = columns.filter(({ type }) => type === "text");
  return html`${columnSelect({ label: "Column of texts", columns: texts, value: unroll.column, choose: (column) => column !== null && set({ ...unroll, column }) })}
    <label class="label"
      >Between its parts stands<input
        class="mono"
        .value=${unroll.by}
        @change=${(event: Event) => {
          const by = (event.target as HTMLInputElement).value;
          if (by !== "") set({ ...unroll, by });
        }}
    /></label>`;
}

/** How many rows are drawn, and by which seed. */
export function sampleStep(sample: SampleVerb, set: (sample: SampleVerb) => void): TemplateResult {
  return html`${wholeInput("Rows", sample.rows, 1, (rows) => set({ ...sample, rows }))}
  ${wholeInput("Seed", sample.seed, 0, (seed) => set({ ...sample, seed }))}`;
}

/** The tables whose rows are put below. */
export function concatStep(concat: readonly string[], tables: readonly string[], set: (concat: string[]) => void): TemplateResult {
  const next = tables.find((name) => !concat.includes(name));
  return html`${concat.map((name, index) => {
    const known = tables.includes(name) ? tables : [name, ...tables];
    return html`<div class="row">
      <select class="mono grow" aria-label="Table" @change=${(event: Event) => set(concat.with(index, (event.target as HTMLSelectElement).value))}>
        ${known.map((one) => html`<option ?selected=${one === name}>${one}</option>`)}</select
      >${
        concat.length === 1
          ? ""
          : html`<button class="icon" aria-label=${`Leave out ${name}`} @click=${() => set(concat.toSpliced(index, 1))}>
              ${icon("x", "small")}
            </button>`
      }
    </div>`;
  })}
  ${next === undefined ? "" : html`<button class="add" @click=${() => set([...concat, next])}>${icon("plus", "small")}Table</button>`}`;
}
