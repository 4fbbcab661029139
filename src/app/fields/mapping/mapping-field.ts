import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Condition } from "../../../schema/conditions.ts";
import { roles, type EventLine, type Role, type RoleValue } from "../../../schema/mapping.ts";
import type { InputShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import "../conditions/conditions-field.ts";
import { chipStyles } from "../chip-styles.ts";
import { columnsOf } from "../field.ts";
import { fieldStyles } from "../field-styles.ts";
import { roleRow, roleWords } from "./role-row.ts";

const needed: Role[] = ["customer", "time", "event"];

/**
 * The tables of a journey and the roles of their columns.
 * @fires change - `detail` is the new list of lines.
 */
@customElement("mapping-field")
export class MappingField extends LitElement {
  static override styles = [fieldStyles, chipStyles];

  @property({ attribute: false }) lines: readonly EventLine[] = [];
  @property({ attribute: false }) tables: readonly string[] = [];
  @property({ attribute: false }) shapes: ReadonlyMap<string, InputShape> = new Map();

  private fire(lines: EventLine[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: lines }));
  }

  private patch(index: number, patch: Partial<Record<keyof EventLine, unknown>>): void {
    const next = { ...this.lines[index]!, ...patch } as Record<string, unknown>;
    for (const key of Object.keys(patch)) if (next[key] === undefined) delete next[key];
    this.fire(this.lines.map((line, at) => (at === index ? (next as unknown as EventLine) : line)));
  }

  private add(): void {
    const from = this.tables.find((table) => !this.lines.some((line) => line.from === table)) ?? this.tables[0] ?? "";
    const columns = columnsOf(this.shapes, from);
    const time = columns.find((column) => column.type === "time")?.name ?? columns[0]?.name ?? "";
    this.fire([...this.lines, { from, customer: columns[0]?.name ?? "", time, event: `=${from.replace(/s$/, "") || "event"}` }]);
  }

  private line(line: EventLine, index: number): TemplateResult {
    const columns = columnsOf(this.shapes, line.from);
    const present = roles.filter((role) => role in line);
    const absent = roles.filter((role) => !(role in line));
    const known = this.tables.includes(line.from) ? this.tables : [line.from, ...this.tables];
    return html`<div class="part" role="group" aria-label=${`Table ${line.from}`}>
      <div class="row">
        <select
          class="mono grow"
          aria-label="Table"
          @change=${(event: Event) => this.patch(index, { from: (event.target as HTMLSelectElement).value })}
        >
          ${known.map((name) => html`<option ?selected=${name === line.from}>${name}</option>`)}</select
        ><button
          class="icon"
          aria-label=${`Remove ${line.from}`}
          aria-disabled=${this.lines.length === 1}
          @click=${() => this.lines.length > 1 && this.fire(this.lines.filter((_, at) => at !== index))}
        >
          ${icon("x", "small")}
        </button>
      </div>
      ${present.map((role) =>
        roleRow({
          role,
          value: line[role] as RoleValue,
          columns,
          needed: needed.includes(role),
          set: (value) => this.patch(index, { [role]: value }),
        }),
      )}
      ${
        line.score === undefined
          ? ""
          : html`<select
              aria-label="Scale of the score"
              @change=${(event: Event) => this.patch(index, { scale: (event.target as HTMLSelectElement).value || undefined })}
            >
              <option value="">scale not said</option>
              ${["nps", "csat", "ces"].map((scale) => html`<option value=${scale} ?selected=${scale === line.scale}>${scale.toUpperCase()}</option>`)}
            </select>`
      }
      <select
        aria-label="Add a role"
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          this.patch(index, { [select.value]: columns[0]?.name ?? "" });
          select.value = "";
        }}
      >
        <option value="" selected>Add a role…</option>
        ${absent.map((role) => html`<option value=${role}>${roleWords[role].label}: ${roleWords[role].hint}</option>`)}
      </select>
      <conditions-field
        words="Only rows where"
        .columns=${columns}
        .conditions=${line.where ?? []}
        @change=${(event: CustomEvent<Condition[]>) => {
          event.stopPropagation();
          this.patch(index, { where: event.detail.length === 0 ? undefined : event.detail });
        }}
      ></conditions-field>
    </div>`;
  }

  override render() {
    return html`<div class="stack">
      ${this.lines.map((line, index) => this.line(line, index))}
      <button class="add" aria-disabled=${this.tables.length === 0} @click=${() => this.tables.length > 0 && this.add()}>
        ${icon("plus", "small")}Table
      </button>
    </div>`;
  }
}
