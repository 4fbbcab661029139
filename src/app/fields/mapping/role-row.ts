import { html, type TemplateResult } from "lit";
import type { Role, RoleValue } from "../../../schema/mapping.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import { columnSelect } from "../column/column-select.ts";

/** What a role asks for, in words. */
export const roleWords: Record<Role, { label: string; hint: string }> = {
  customer: { label: "Customer", hint: "Who did it; the most trusted identity first." },
  time: { label: "Time", hint: "When it happened." },
  event: { label: "Event", hint: "What happened: a column, or one name for every row." },
  channel: { label: "Channel", hint: "Where it came from." },
  value: { label: "Value", hint: "What it was worth." },
  cost: { label: "Cost", hint: "What it cost." },
  score: { label: "Score", hint: "A survey's answer." },
  comment: { label: "Comment", hint: "What was said." },
  id: { label: "Id", hint: "The order's or event's own number." },
  campaign: { label: "Campaign", hint: "The campaign it belongs to." },
  owner: { label: "Owner", hint: "Who is responsible for it." },
};

const isConstant = (value: RoleValue): value is string => typeof value === "string" && value.startsWith("=");

/** One role of a line: a column, several of which the first not missing counts, or one name for every row. */
export function roleRow(options: {
  role: Role;
  value: RoleValue;
  columns: readonly ColumnShape[];
  needed: boolean;
  set: (value: RoleValue | undefined) => void;
}): TemplateResult {
  const { role, value, columns, needed, set } = options;
  const { label, hint } = roleWords[role];
  const remove = needed
    ? ""
    : html`<button class="icon" aria-label=${`Leave out ${label.toLowerCase()}`} @click=${() => set(undefined)}>${icon("x", "small")}</button>`;
  if (isConstant(value)) {
    return html`<div>
      <span class="small">${label}</span>
      <div class="row">
        <input
          class="mono grow"
          aria-label=${`${label}, one name for every row`}
          .value=${value.slice(1)}
          @change=${(event: Event) => set(`=${(event.target as HTMLInputElement).value}`)}
        /><button class="add" @click=${() => set(columns[0]?.name ?? "")}>Use a column</button>${remove}
      </div>
    </div>`;
  }
  const names = typeof value === "string" ? [value] : value;
  const write = (next: string[]) => set(next.length === 1 ? next[0]! : next);
  const next = columns.find((column) => !names.includes(column.name))?.name;
  const mayBeConstant = role !== "customer" && role !== "time";
  return html`<div title=${hint}>
    <span class="small">${label}</span>
    <div class="stack" style="gap: 4px">
      ${names.map(
        (name, index) =>
          html`<div class="row" style="gap: 0">
            <span class="grow"
              >${columnSelect({
                label: index === 0 ? label : `${label}, where the ones before are missing`,
                columns,
                value: name,
                ...(index === 0 && mayBeConstant ? { none: "one name for every row" } : {}),
                choose: (chosen) => (chosen === null ? set(`=${role}`) : write(names.map((old, at) => (at === index ? chosen : old)))),
              })}</span
            >${
              index === names.length - 1 && next !== undefined
                ? html`<button
                    class="icon"
                    aria-label=${`Another column for the ${label.toLowerCase()}, where this one is missing`}
                    title="Another column, where this one is missing"
                    @click=${() => write([...names, next])}
                  >
                    ${icon("plus", "small")}
                  </button>`
                : ""
            }${
              names.length > 1
                ? html`<button class="icon" aria-label=${`Leave out ${name}`} @click=${() => write(names.filter((_, at) => at !== index))}>
                    ${icon("x", "small")}
                  </button>`
                : remove
            }
          </div>`,
      )}
    </div>
  </div>`;
}
