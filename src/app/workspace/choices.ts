import { catalog } from "../../cells/catalog.ts";
import { choosing, controlsOf, controlsParam, followed, type Control } from "../../notebook/controls.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import type { Json } from "../../schema/json.ts";
import type { RawParams } from "../../schema/parameter.ts";
import { Topic } from "../topics/topic.ts";
import type { Edits } from "./edits.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { View } from "./view.ts";

/** What is chosen, worked out for one state of the notebook. */
interface Chosen {
  of: Notebook;
  notebook: Notebook;
  params: ReadonlyMap<number, RawParams>;
}

/** Whether a cell holds controls. */
export function hasControls(block: CellBlock): boolean {
  return controlsParam(catalog.get(block.kind)?.params ?? {}) !== null;
}

/** What the controls of the notebook say: as the author wrote it, or while it is only read, as its reader chose. */
export class Choices {
  /** Told when a reader chooses; an author's choice is an edit of the notebook. */
  readonly topic = new Topic();
  readonly #own = new Map<string, Json>();
  #known: Chosen | null = null;

  constructor(
    private readonly document: NotebookDocument,
    private readonly edits: Edits,
    private readonly view: View,
  ) {
    view.topic.listen(() => this.clear());
  }

  /** The notebook with what is chosen now. */
  get notebook(): Notebook {
    return this.#now().notebook;
  }

  /** All controls, or those of one cell. */
  controls(cell?: string): Control[] {
    const all = controlsOf(this.notebook, catalog);
    return cell === undefined ? all : all.filter((control) => control.cell === cell);
  }

  /** A cell's parameters with the values of the controls they follow. */
  paramsOf(block: CellBlock): RawParams {
    return this.#now().params.get(block.id) ?? block.params;
  }

  /** Chooses: an edit of the notebook while it is edited, and nothing that is written while it is read. */
  choose(name: string, value: Json): void {
    const control = this.controls().find((other) => other.name === name);
    if (control === undefined) return;
    if (this.view.mode === "read") {
      this.#own.set(name, value);
      return this.#changed();
    }
    const block = this.document.notebook.blocks.find((other) => other.type === "cell" && other.name === control.cell) as CellBlock;
    const { notebook } = this.document;
    const changed = choosing(notebook, new Map([[name, value]]), catalog).blocks.find(({ id }) => id === block.id) as CellBlock;
    this.edits.setParams(block.id, changed.params);
  }

  /** Back to what the author chose. */
  clear(): void {
    if (this.#own.size === 0) return;
    this.#own.clear();
    this.#changed();
  }

  #changed(): void {
    this.#known = null;
    this.topic.tell();
  }

  #now(): Chosen {
    const { notebook: of } = this.document;
    if (this.#known?.of === of) return this.#known;
    const notebook = choosing(of, this.#own, catalog);
    const params = new Map(followed(notebook, catalog).notebook.blocks.flatMap((block) => (block.type === "cell" ? [[block.id, block.params]] : [])));
    this.#known = { of, notebook, params };
    return this.#known;
  }
}
