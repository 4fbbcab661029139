import { html, type TemplateResult } from "lit";
import type { ColumnShape, InputShape } from "../../../schema/shape.ts";
import type { Verb } from "../../../schema/verbs.ts";
import { icon } from "../../icons/icon.ts";
import { columnSelect } from "../column/column-select.ts";
import { columnList } from "../columns/column-list.ts";
import "../formula/formula-input.ts";
import { joinStep } from "./join-step.ts";
import { namedFormulas } from "./named-formulas.ts";
import { concatStep, foldStep, pivotStep, sampleStep, unrollStep } from "./reshaping-steps.ts";
import { windowStep } from "./window-step.ts";

/** What a verb's editor works with: the columns its step starts from, and the tables it may join. */
export interface StepContext {
  columns: readonly ColumnShape[];
  tables: readonly string[];
  shapes: ReadonlyMap<string, InputShape>;
  set: (verb: Verb) => void;
}

function renameStep(rename: Record<string, string>, { columns, set }: StepContext): TemplateResult {
  const entries = Object.entries(rename);
  const replace = (index: number, entry: [string, string] | null) =>
    set({ rename: Object.fromEntries(entries.flatMap((old, at) => (at !== index ? [old] : entry === null ? [] : [entry]))) });
  const next = columns.find((column) => !(column.name in rename))?.name;
  return html`${entries.map(
    ([from, to], index) =>
      html`<div class="row">
        <span class="grow">${columnSelect({ columns, value: from, choose: (name) => name !== null && replace(index, [name, to]) })}</span
        ><span aria-hidden="true">→</span
        ><input
          class="mono grow"
          style="width: 0"
          aria-label=${`New name of ${from}`}
          .value=${to}
          @change=${(event: Event) => replace(index, [from, (event.target as HTMLInputElement).value.trim() || to])}
        />${
          entries.length === 1
            ? ""
            : html`<button class="icon" aria-label=${`Keep the name ${from}`} @click=${() => replace(index, null)}>${icon("x", "small")}</button>`
        }
      </div>`,
  )}
  ${next === undefined ? "" : html`<button class="add" @click=${() => set({ rename: { ...rename, [next]: next } })}>${icon("plus", "small")}Column</button>`}`;
}

type Order = (string | { desc: string })[];

function orderStep(order: Order, columns: readonly ColumnShape[], set: (order: Order) => void): TemplateResult {
  const nameOf = (item: string | { desc: string }) => (typeof item === "string" ? item : item.desc);
  const replace = (index: number, item: string | { desc: string } | null) =>
    set(order.flatMap((old, at) => (at !== index ? [old] : item === null ? [] : [item])));
  return html`${order.map((item, index) => {
      const falling = typeof item !== "string";
      return html`<div class="row">
        <span class="grow"
          >${columnSelect({ columns, value: nameOf(item), choose: (name) => name !== null && replace(index, falling ? { desc: name } : name) })}</span
        ><button
          class="icon"
          aria-label=${falling ? "Falling; sort rising instead" : "Rising; sort falling instead"}
          title=${falling ? "Falling" : "Rising"}
          @click=${() => replace(index, falling ? nameOf(item) : { desc: nameOf(item) })}
        >
          ${icon(falling ? "arrow-down" : "arrow-up", "small")}</button
        >${
          order.length === 1
            ? ""
            : html`<button class="icon" aria-label=${`Do not sort by ${nameOf(item)}`} @click=${() => replace(index, null)}>
                ${icon("x", "small")}
              </button>`
        }
      </div>`;
    })} <button class="add" @click=${() => set([...order, columns[0]?.name ?? ""])}>${icon("plus", "small")}Then by</button>`;
}

/** The editor of one step, by its verb. */
export function verbBody(verb: Verb, at: StepContext): TemplateResult {
  const { columns, set } = at;
  if ("filter" in verb) {
    return html`<formula-input
      label="Rows to keep"
      .columns=${columns}
      .value=${verb.filter}
      @change=${(event: CustomEvent<string>) => {
        event.stopPropagation();
        if (event.detail !== "") set({ filter: event.detail });
      }}
    ></formula-input>`;
  }
  if ("derive" in verb) return namedFormulas({ formulas: verb.derive, columns, aggregate: false, set: (derive) => set({ derive }) });
  if ("rollup" in verb) return namedFormulas({ formulas: verb.rollup, columns, aggregate: true, set: (rollup) => set({ rollup }) });
  if ("select" in verb) return columnList({ columns, value: verb.select, choose: (select) => select.length > 0 && set({ select }) });
  if ("groupby" in verb) return columnList({ columns, value: verb.groupby, choose: (groupby) => groupby.length > 0 && set({ groupby }) });
  if ("rename" in verb) return renameStep(verb.rename, at);
  if ("orderby" in verb) return orderStep(verb.orderby, columns, (orderby) => set({ orderby }));
  if ("window" in verb) {
    const order = orderStep(verb.window.orderby, columns, (orderby) => set({ window: { ...verb.window, orderby } }));
    return windowStep(verb.window, columns, order, (window) => set({ window }));
  }
  if ("dedupe" in verb) return columnList({ columns, value: verb.dedupe, choose: (dedupe) => set({ dedupe }) });
  if ("sample" in verb) return sampleStep(verb.sample, (sample) => set({ sample }));
  if ("fold" in verb) return foldStep(verb.fold, columns, (fold) => set({ fold }));
  if ("pivot" in verb) return pivotStep(verb.pivot, columns, (pivot) => set({ pivot }));
  if ("unroll" in verb) return unrollStep(verb.unroll, columns, (unroll) => set({ unroll }));
  if ("concat" in verb) return concatStep(verb.concat, at.tables, (concat) => set({ concat }));
  return joinStep({ ...at, join: verb.join, set: (join) => set({ join }) });
}
