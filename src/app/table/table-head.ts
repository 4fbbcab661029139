import { html, nothing, type TemplateResult } from "lit";
import { number } from "../../figures/formats/number.ts";
import { icon } from "../icons/icon.ts";
import type { SavedAs } from "./download-table.ts";
import { rowsOf, type TableSource } from "./table-rows.ts";

/** What stands above a table: whose it is, how much of it is shown, and what can be done with it. */
export interface TableHead {
  cell: string;
  sources: readonly TableSource[];
  source: TableSource;
  /** Rows with the search and the filters. */
  total: number;
  search: string;
  /** How far a file is, from 0 to 1; null while none is written. */
  saving: number | null;
  canCopy: boolean;
  close: () => void;
  choose: (index: number) => void;
  find: (search: string) => void;
  copy: () => void;
  save: (format: SavedAs) => void;
}

const formats: readonly [SavedAs, string][] = [
  ["csv", "CSV"],
  ["arrow", "Arrow"],
  ["parquet", "Parquet"],
];

/** The bar above a table. */
export function tableHead({ cell, sources, source, total, search, saving, canCopy, close, choose, find, copy, save }: TableHead): TemplateResult {
  const locale = navigator.language;
  const whole = rowsOf(source);
  const size = total === whole ? number(whole, locale) : `${number(total, locale)} of ${number(whole, locale)}`;
  return html`<div class="head">
    <button class="square" title="Back to the notebook" aria-label="Back to the notebook" @click=${close}>${icon("chevron-left")}</button>
    ${icon("table-2")}
    <h1 class="mono">${cell}</h1>
    <span class="size">${size} rows, ${source.table.columns.length} columns</span>
    <span class="space"></span>
    <div class="choice" role="group" aria-label="Table">
      ${sources.map(
        (one, index) =>
          html`<button class="button small" aria-pressed=${source === one ? "true" : "false"} @click=${() => choose(index)}>${one.name}</button>`,
      )}
    </div>
    ${
      source.fetch === null
        ? nothing
        : html`<input
            class="find"
            type="search"
            placeholder="Find in table"
            aria-label="Find in table"
            .value=${search}
            @change=${(event: Event) => find((event.target as HTMLInputElement).value.trim())}
          />`
    }
    <button class="button small" aria-disabled=${canCopy ? "false" : "true"} @click=${copy}>${icon("copy", "small")}Copy</button>
    ${formats
      .filter(([format]) => format === "csv" || source.file !== undefined)
      .map(
        ([format, words]) =>
          html`<button class="button small" title=${`Save what is shown as ${words}`} @click=${() => save(format)}>
            ${icon("download", "small")}${format === "csv" && saving !== null ? `${Math.round(saving * 100)}%` : words}
          </button>`,
      )}
  </div>`;
}
