import { comparison, type Comparison } from "../../notebook/versions/comparison.ts";
import { keptResult } from "../../notebook/versions/kept-result.ts";
import { surplus } from "../../notebook/versions/surplus.ts";
import { unchangedCells } from "../../notebook/versions/unchanged-cells.ts";
import type { FileMark, Version, Why } from "../../notebook/versions/version.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { openNotebook } from "../../notebook/open.ts";
import { restored } from "../../notebook/edit/restored.ts";
import type { CellResult } from "../../schema/result.ts";
import { plainResults, resultsOf } from "../../share/page/plain-results.ts";
import { dropVersion, storedVersions, storeVersion } from "../storage/versions.ts";
import { Topic } from "../topics/topic.ts";
import { nounOf } from "../cell/cell-footer.ts";
import { fileIdentity } from "./file-identity.ts";
import type { Choices } from "./choices.ts";
import type { Edits } from "./edits.ts";
import type { FileShelf } from "./file-shelf.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Runs } from "./runs.ts";

type Results = ReadonlyMap<string, CellResult>;

/** The version whose results are of other data than the notebook's now. */
interface Baseline {
  version: Version;
  notebook: Notebook;
  results: Results;
}

/** The notebook at one moment. */
interface Standing {
  text: string;
  found: Results;
  files: FileMark[];
}

const none: Results = new Map();

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((byte, at) => byte === b[at]));

/** Earlier versions of the open notebook, and what its cells found then. On a disk what they found is kept only until the page is closed. */
export class Versions {
  /** Told when a version comes or goes, and when what the notebook is compared with changes. */
  readonly topic = new Topic();
  #versions: Version[] = [];
  readonly #files = new Map<string, { file: File; mark: FileMark | null }>();
  readonly #read = new WeakMap<Version, Results>();
  #baseline: Baseline | null = null;
  #same: { of: Notebook; cells: ReadonlySet<string> } | null = null;
  #compared = new WeakMap<CellResult, Comparison>();
  #isOpen = false;
  #savedText: string | null = null;

  constructor(
    private readonly document: NotebookDocument,
    private readonly files: FileShelf,
    private readonly runs: Runs,
    private readonly choices: Choices,
    private readonly edits: Edits,
  ) {
    files.topic.listen(() => void this.#filesChanged());
    document.topic.listen(() => this.#documentChanged());
    edits.beforeMany = () => this.keep("before deletion");
  }

  /** Those of the open notebook, latest first. */
  get all(): readonly Version[] {
    return this.#versions;
  }

  /** Takes in that a notebook was opened, with what is kept of it, or left. */
  async turn(open: boolean): Promise<void> {
    this.#isOpen = open;
    this.#savedText = this.document.savedText;
    this.#versions = [];
    this.#rebase(null);
    if (!open) return;
    const { id, fileName, savedText } = this.document;
    const stored = await storedVersions();
    if (this.document.id !== id || !this.#isOpen) return;
    const isOwn = (version: Version): boolean => version.document === id || (savedText !== null && version.fileName === fileName);
    const here = new Set(this.#versions.map((version) => version.id));
    this.#versions = [...this.#versions, ...stored.filter((version) => isOwn(version) && !here.has(version.id))].sort((a, b) => b.at - a.at);
    this.#findBaseline();
  }

  /** Keeps the notebook as it stands with what its cells found, unless the latest version is the same. */
  keep(why: Why, note = "", { text, found, files } = this.#standing()): void {
    if (!this.#isOpen) return;
    const results = found.size === 0 ? null : plainResults(Object.fromEntries(found));
    const [latest] = this.#versions;
    if (why !== "asked" && latest?.text === text && isSame(latest.results, results)) return;
    const { id: document, fileName, savedText } = this.document;
    const at = Date.now();
    const id = `${document}-${at}-${this.#versions.length}`;
    const version: Version = { id, document, fileName: savedText === null ? null : fileName, at, why, note, text, results, files };
    this.#versions = [version, ...this.#versions];
    void this.#store(version);
    this.topic.tell();
  }

  /** Drops a version. */
  drop({ id }: Version): void {
    this.#versions = this.#versions.filter((version) => version.id !== id);
    void dropVersion(id);
    this.#findBaseline();
  }

  /** Puts the notebook back to a version, in one step of undo. What it was until then is kept too. */
  restore({ text }: Version): boolean {
    this.keep("before restore");
    return this.edits.change("Restore an earlier version", (notebook, nextId) => restored(notebook, text, nextId));
  }

  /** What the cells had found in a version; nothing where nothing is kept. */
  resultsIn(version: Version): Results {
    const known = this.#read.get(version);
    if (known !== undefined) return known;
    let found = none;
    try {
      if (version.results !== null) found = resultsOf(version.results);
    } catch {
      // What cannot be read is not compared with.
    }
    this.#read.set(version, found);
    return found;
  }

  /** What the cells find now. */
  get now(): Results {
    return this.#found();
  }

  /** The version before the data changed, or null while it has not. */
  get beforeData(): Version | null {
    return this.#baseline?.version ?? null;
  }

  /** What a cell finds in newer data against what it found before; null where the data is the same, or more than the data has changed. */
  news(name: string): Comparison | null {
    const before = this.#baseline?.results.get(name);
    const { result, current } = this.runs.state(name);
    if (this.#baseline === null || before === undefined || result === null || !current) return null;
    const { notebook } = this.choices;
    if (this.#same?.of !== notebook) this.#same = { of: notebook, cells: unchangedCells(this.#baseline.notebook, notebook) };
    if (!this.#same.cells.has(name)) return null;
    const known = this.#compared.get(result);
    if (known !== undefined) return known;
    const compared = comparison(before, result);
    this.#compared.set(result, compared);
    return compared;
  }

  #found(): Results {
    // What a reader chose for a moment is no state of the notebook.
    const own = unchangedCells(this.document.notebook, this.choices.notebook);
    return new Map(
      this.runs.all().flatMap((state) => {
        const { name, result, current } = state;
        return result === null || !current || !own.has(name) ? [] : [[name, { ...keptResult(result), counts: nounOf(state, result) }] as const];
      }),
    );
  }

  #standing(): Standing {
    const files = [...this.#files.values()].flatMap(({ mark }) => mark ?? []);
    return { text: this.document.text(), found: this.#found(), files };
  }

  async #store(version: Version): Promise<void> {
    const stored = await storedVersions();
    const known = new Map([...stored, ...this.#versions].map((one) => [one.id, one]));
    const dropped = surplus([...known.values()], (one) => one.fileName ?? one.document);
    this.#versions = this.#versions.filter(({ id }) => !dropped.includes(id));
    await storeVersion(version, dropped);
  }

  #documentChanged(): void {
    const { savedText } = this.document;
    const isSaved = this.#isOpen && savedText !== this.#savedText;
    this.#savedText = savedText;
    if (isSaved) this.keep("saved");
  }

  /** Keeps what was found before a file is replaced: called before the cells hear of it. */
  async #filesChanged(): Promise<void> {
    const { files } = this.files;
    const isReplaced = this.#isOpen && files.some(({ name, file }) => (this.#files.get(name)?.file ?? file) !== file);
    const before = isReplaced ? this.#standing() : null;
    for (const name of this.#files.keys()) if (!files.some((file) => file.name === name)) this.#files.delete(name);
    for (const { name, file } of files) {
      if (this.#files.get(name)?.file === file) continue;
      const entry = { file, mark: null as FileMark | null };
      this.#files.set(name, entry);
      entry.mark = await fileIdentity(name, file);
    }
    if (before !== null && before.found.size > 0 && this.#isOther(before.files)) this.keep("before data", "", before);
    this.#findBaseline();
  }

  /** Whether a file is here that had another content. */
  #isOther(marks: readonly FileMark[]): boolean {
    return marks.some(({ name, hash, size }) => {
      const mark = this.#files.get(name)?.mark;
      return mark !== undefined && mark !== null && (mark.hash !== hash || mark.size !== size);
    });
  }

  #findBaseline(): void {
    const version = this.#versions.find(({ results, files }) => results !== null && this.#isOther(files));
    this.#rebase(version ?? null);
    this.topic.tell();
  }

  #rebase(version: Version | null): void {
    if (version === (this.#baseline?.version ?? null)) return;
    this.#baseline = version === null ? null : { version, notebook: openNotebook(version.text).notebook, results: this.resultsIn(version) };
    this.#same = null;
    this.#compared = new WeakMap();
  }
}
