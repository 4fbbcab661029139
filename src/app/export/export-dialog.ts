import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Figure } from "../../figures/figure.ts";
import { windowRange } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { toProblem } from "../../schema/errors.ts";
import { painted } from "../../share/export/painted.ts";
import { saveBlob } from "../../share/export/save-blob.ts";
import { tableCsv } from "../../share/table-csv.ts";
import { nounOf } from "../cell/cell-footer.ts";
import { icon } from "../icons/icon.ts";
import { downloadTable, type SavedAs } from "../table/download-table.ts";
import { selectionTsv } from "../table/selection.ts";
import { pageOf, rowsOf, type TableSource } from "../table/table-rows.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { figureSheet } from "./figure-sheet.ts";

/** Rows copied at most: a clipboard is no file. */
const mostCopied = 50_000;

/** A way out: what its button says, and what it does. What it resolves to is said below. */
interface Way {
  label: string;
  title: string;
  go: () => Promise<string>;
}

/** The figures and tables of one cell, and the files and clips each can become. */
@customElement("export-dialog")
export class ExportDialog extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property() cell = "";
  @state() private said = "";
  @state() private isBusy = false;

  static override styles = [
    controls,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px 16px;
        padding: 12px 0;
        border-top: 1px solid var(--hairline);
      }
      h3 {
        font: 600 13px/20px var(--font-ui);
        overflow-wrap: anywhere;
      }
      .what {
        color: var(--ink-3);
        font-size: 12px;
        line-height: 16px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 6px;
        max-width: 360px;
      }
      .said {
        min-height: 20px;
        padding-top: 12px;
        border-top: 1px solid var(--hairline);
        color: var(--ink-2);
      }
    `,
  ];

  /** What every picture says of its origin. */
  get #source(): string {
    const { workspace, cell } = this;
    const state = workspace.runs.state(cell);
    const { result } = state;
    const { title } = workspace.document.notebook.front;
    if (result === null) return cell;
    const { window, n } = result;
    const span = window === undefined ? [] : [windowRange(window, workspace.settings.timezone, navigator.language)];
    return [title, cell, `${number(n, navigator.language)} ${nounOf(state, result)}`, ...span]
      .filter((part) => part !== undefined && part !== "")
      .join(" · ");
  }

  readonly #take = async ({ go }: Way): Promise<void> => {
    if (this.isBusy) return;
    this.isBusy = true;
    this.said = "";
    try {
      this.said = await go();
    } catch (error) {
      const { problem, remedy } = toProblem(error);
      this.said = error instanceof DOMException ? "The browser did not let this page use the clipboard." : `${problem} ${remedy}`;
    } finally {
      this.isBusy = false;
    }
  };

  #save(name: string, ...parts: BlobPart[]): string {
    saveBlob(name, ...parts);
    return `${name} is in the downloads.`;
  }

  #figure(figure: Figure, place: number): TemplateResult {
    const name = place === 0 ? this.cell : `${this.cell}-${place + 1}`;
    const svg = (): string => figureSheet(figure, this.#source);
    const ways: Way[] = [
      { label: "SVG", title: "Save as a drawing", go: async () => this.#save(`${name}.svg`, svg()) },
      { label: "PNG", title: "Save as an image", go: async () => this.#save(`${name}.png`, await painted(svg())) },
    ];
    if (figure.drawn.columns.length > 0)
      ways.push({ label: "CSV", title: "Save exactly what is drawn", go: async () => this.#save(`${name}.csv`, tableCsv(figure.drawn)) });
    ways.push(
      {
        label: "Copy image",
        title: "Copy as an image",
        go: async () => {
          await navigator.clipboard.write([new ClipboardItem({ "image/png": painted(svg()) })]);
          return "The image is copied.";
        },
      },
      {
        label: "Copy SVG",
        title: "Copy the drawing's text",
        go: async () => {
          await navigator.clipboard.writeText(svg());
          return "The drawing is copied as text.";
        },
      },
    );
    return this.#row(figure.title.replace(/,$/, ""), "figure", ways);
  }

  #table(source: TableSource): TemplateResult {
    const rows = rowsOf(source);
    const name = `${this.cell}-${source.name}`;
    const save = (format: SavedAs) => async (): Promise<string> => {
      await downloadTable(source, { name, rows, order: null, narrowed: {} }, format, (share) => (this.said = `${Math.round(share * 100)}%`));
      return `${name}.${format} is in the downloads.`;
    };
    const ways: Way[] = [{ label: "CSV", title: "Save for spreadsheets", go: save("csv") }];
    if (source.file !== undefined)
      ways.push(
        { label: "Arrow", title: "Save as an Arrow file, with its types", go: save("arrow") },
        { label: "Parquet", title: "Save as a Parquet file, with its types", go: save("parquet") },
      );
    if (rows <= mostCopied)
      ways.push({
        label: "Copy rows",
        title: "Copy for a spreadsheet",
        go: async () => {
          const page = await pageOf(source, 0, rows, null);
          const names = page.table.columns.map((column) => column.name).join("\t");
          await navigator.clipboard.writeText(`${names}\n${selectionTsv(page, 0, page.table.columns.length - 1, this.workspace.settings.timezone)}`);
          return "The rows are copied.";
        },
      });
    const what = `table, ${number(rows, navigator.language)} ${rows === 1 ? "row" : "rows"}, ${source.table.columns.length} columns`;
    return this.#row(source.name, what, ways);
  }

  #row(title: string, what: string, ways: readonly Way[]): TemplateResult {
    return html`<section role="group" aria-label=${title}>
      <div>
        <h3>${title}</h3>
        <p class="what">${what}</p>
      </div>
      <div class="ways">
        ${ways.map(
          (way) =>
            html`<button
              class="button small"
              title=${way.title}
              aria-label=${`${way.label}: ${way.title}`}
              aria-disabled=${this.isBusy ? "true" : "false"}
              @click=${() => void this.#take(way)}
            >
              ${icon(way.label.startsWith("Copy") ? "copy" : "download", "small")}${way.label}
            </button>`,
        )}
      </div>
    </section>`;
  }

  protected override render() {
    const { workspace, cell } = this;
    const tables = workspace.tablesOf(cell).filter(({ fetch }) => fetch !== null);
    const holdsCustomers = tables.some(({ table }) => table.unit !== "group");
    return html`${workspace.figuresOf(cell).map((figure, place) => this.#figure(figure, place))} ${tables.map((source) => this.#table(source))}
      <p class="said" role="status">${this.said}</p>
      ${
        holdsCustomers
          ? html`<p class="what">
              Tables with a row per customer or event are personal data. A saved file is yours to protect: nothing guards it any more.
            </p>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "export-dialog": ExportDialog;
  }
}
