import { gateResults, kRange } from "../../../share/gate/gate-results.ts";
import { gateText } from "../../../share/gate/gate-text.ts";
import type { Level } from "../../../share/gate/levels.ts";
import type { Removal } from "../../../share/gate/removal.ts";
import type { Embedded } from "../../../share/page/embedded.ts";
import type { OwnPage } from "../../../share/page/own-page.ts";
import { packParts, type Part } from "../../../share/page/parts.ts";
import { plainResults } from "../../../share/page/plain-results.ts";
import { headText, sharedFormat, type SharedHead } from "../../../share/page/shared-head.ts";
import { UserError } from "../../../schema/errors.ts";
import { gatheredData, plannedColumns, type FilePlan } from "./gathered-data.ts";
import { foundResults } from "./found-results.ts";
import type { ShareColumns, ShareOptions } from "./share-options.ts";
import type { ShareSource } from "./share-source.ts";

/** A page ready to be saved. */
export interface SharedPage {
  blob: Blob;
  head: SharedHead;
}

/** A notebook opened from a shared page, and what of it is still as it came. */
export interface OpenedFrom {
  head: SharedHead;
  embedded: Embedded;
  /** The files that were in it; none while it is locked. */
  files: readonly File[];
  /** Whether its data is out. */
  isOpen: boolean;
}

/** Options as they are compared and written: what is not said is filled in. */
function settled({ level, columns = {}, view = "read", k = kRange.default, passphrase }: ShareOptions) {
  if (!Number.isInteger(k) || k < kRange.min || k > kRange.max) {
    throw new UserError(`The smallest group must be from ${kRange.min} to ${kRange.max} customers. Got ${k}.`, "Choose 10 if in doubt.");
  }
  return { level, columns, view, k, passphrase: passphrase === undefined || passphrase === "" ? null : passphrase };
}

/** Makes pages of the open notebook. */
export class Sharing {
  /** The page the open notebook came in, or null. */
  from: OpenedFrom | null = null;

  constructor(
    private readonly source: ShareSource,
    private readonly page: OwnPage | null,
  ) {}

  /** Whether the page's data waits for its passphrase. */
  get isLocked(): boolean {
    return this.from !== null && this.from.head.lock !== undefined && !this.from.isOpen;
  }

  /** What the privacy gate would do with every column of every file. */
  plan(): Promise<FilePlan[]> {
    return plannedColumns(this.source);
  }

  /**
   * The open notebook as a page: one file with all that its level says. The page that was opened and not changed gives its own bytes again.
   *
   * @throws {UserError} If a file cannot be read, or the page is not the built one.
   */
  async make(options: ShareOptions): Promise<SharedPage> {
    if (this.page === null) throw new UserError("This page cannot write itself into a file.", "Open the built page.");
    const asked = settled(options);
    const copy = this.#copy(options);
    if (copy !== null) return { blob: this.#blob(copy.embedded), head: copy.head };
    const { level, k, view, passphrase } = asked;
    const { document } = this.source;
    const { text, removed: words } = level === "everything" ? { text: document.text(), removed: [] } : gateText(document.text());
    const { parts, removed } = await this.#parts(level, k, asked.columns);
    const packed = await packParts(parts, passphrase);
    const head: SharedHead = {
      format: sharedFormat,
      notebook: text,
      fileName: document.fileName,
      level,
      k,
      view,
      columns: plainColumns(asked.columns),
      removed: [...this.#before(), ...words, ...removed],
      parts: packed.parts,
      ...(packed.lock === undefined ? {} : { lock: packed.lock }),
    };
    return { blob: this.#blob({ notebook: headText(head), data: packed.data }), head };
  }

  #blob(embedded: Embedded): Blob {
    return new Blob(this.page!.with(embedded), { type: "text/html" });
  }

  /** What the page had lost before it came here, as long as its data is still what is shared. */
  #before(): Removal[] {
    return this.from !== null && this.from.files.some((file) => this.#holds(file)) ? this.from.head.removed : [];
  }

  #holds(file: File): boolean {
    return this.source.files.files.some((shelved) => shelved.file === file);
  }

  /** The page as it came, where nothing was changed and nothing else is asked for. */
  #copy(options: ShareOptions): OpenedFrom | null {
    const { from, source } = this;
    if (from === null) return null;
    const { head, files } = from;
    const { level, columns = head.columns, view = head.view, k = head.k, passphrase } = options;
    const isSame =
      level === head.level &&
      view === head.view &&
      k === head.k &&
      passphrase === undefined &&
      JSON.stringify(plainColumns(columns)) === JSON.stringify(head.columns) &&
      source.document.text() === head.notebook &&
      source.files.files.length === files.length &&
      files.every((file) => this.#holds(file));
    return isSame ? from : null;
  }

  async #parts(level: Level, k: number, columns: ShareColumns): Promise<{ parts: Part[]; removed: Removal[] }> {
    switch (level) {
      case "definitions":
        return { parts: [], removed: [] };
      case "results": {
        const { results, removed } = gateResults(await foundResults(this.source.runs), { k });
        return { parts: [{ name: "results", kind: "results", bytes: plainResults(results), modified: 0 }], removed };
      }
      case "pseudonymised":
        return await gatheredData(this.source, columns, new Set(this.from?.head.level === level ? this.from.files : []));
      case "everything":
        return await gatheredData(this.source, null);
    }
  }
}

/** Columns as they are written: a list says what goes in. */
function plainColumns(columns: ShareColumns): SharedHead["columns"] {
  return Object.fromEntries(
    Object.entries(columns).map(([cell, wishes]) => [
      cell,
      Array.isArray(wishes) ? Object.fromEntries(wishes.map((column) => [column, "keep" as const])) : (wishes as SharedHead["columns"][string]),
    ]),
  );
}
