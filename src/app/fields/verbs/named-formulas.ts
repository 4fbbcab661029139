import { html, type TemplateResult } from "lit";
import type { ColumnShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import "../formula/formula-input.ts";

/** Names with their formulas, one below the other, and a button for one more. */
export function namedFormulas(options: {
  formulas: Record<string, string>;
  columns: readonly ColumnShape[];
  aggregate: boolean;
  set: (formulas: Record<string, string>) => void;
}): TemplateResult {
  const { formulas, columns, aggregate, set } = options;
  const entries = Object.entries(formulas);
  const replace = (index: number, entry: [string, string] | null) =>
    set(Object.fromEntries(entries.flatMap((old, at) => (at !== index ? [old] : entry === null ? [] : [entry]))));
  const fresh = () => {
    let name = "new_column";
    for (let number = 2; name in formulas; number++) name = `new_column_${number}`;
    return name;
  };
  return html`${entries.map(
      ([name, formula], index) =>
        html`<div class="stack" style="gap: 4px">
          <div class="row">
            <input
              class="mono grow"
              aria-label="Name of the column"
              .value=${name}
              @change=${(event: Event) => replace(index, [(event.target as HTMLInputElement).value.trim() || name, formula])}
            /><span aria-hidden="true">=</span>${
              entries.length === 1
                ? ""
                : html`<button class="icon" aria-label=${`Remove ${name}`} @click=${() => replace(index, null)}>${icon("x", "small")}</button>`
            }
          </div>
          <formula-input
            label=${`Formula of ${name}`}
            ?aggregate=${aggregate}
            .columns=${columns}
            .value=${formula}
            @change=${(event: CustomEvent<string>) => {
              event.stopPropagation();
              if (event.detail !== "") replace(index, [name, event.detail]);
            }}
          ></formula-input>
        </div>`,
    )} <button class="add" @click=${() => set({ ...formulas, [fresh()]: aggregate ? "count()" : "1" })}>${icon("plus", "small")}Column</button>`;
}
