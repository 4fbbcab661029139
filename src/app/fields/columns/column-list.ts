import { html, type TemplateResult } from "lit";
import { icon } from "../../icons/icon.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { columnSelect } from "../column/column-select.ts";

/** Chosen columns as chips in their order, and a list of the others to add. */
export function columnList(options: {
  id?: string;
  label?: string;
  columns: readonly ColumnShape[];
  value: readonly string[];
  choose: (columns: string[]) => void;
}): TemplateResult {
  const { columns, value, choose } = options;
  const others = columns.filter((column) => !value.includes(column.name));
  return html`<div class="stack">
    ${
      value.length === 0
        ? ""
        : html`<div class="chips">
            ${value.map(
              (name) =>
                html`<span class="chip"
                  ><span class="mono">${name}</span
                  ><button aria-label=${`Leave out ${name}`} @click=${() => choose(value.filter((other) => other !== name))}>
                    ${icon("x", "small")}
                  </button></span
                >`,
            )}
          </div>`
    }
    ${columnSelect({
      ...(options.id === undefined ? {} : { id: options.id }),
      label: options.label ?? "Add a column",
      columns: others,
      value: null,
      choose: (name) => {
        if (name !== null) choose([...value, name]);
      },
    })}
  </div>`;
}
