import { catalog } from "../../cells/catalog.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import { referencesOf } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import { Topic } from "../topics/topic.ts";

/** A cell worth adding. */
export interface Offer {
  kind: string;
  suggestion: Suggestion;
}

const most = 3;

/** Every cell the kinds would add to an output, the surest first, at most one of a kind. */
export function offersOf(shape: InputShape): Offer[] {
  const best = [...catalog.values()].flatMap((cataloged): Offer[] => {
    const [suggestion] = (cataloged.suggest?.(shape) ?? []).toSorted((a, b) => b.confidence - a.confidence);
    return suggestion === undefined ? [] : [{ kind: cataloged.kind.name, suggestion }];
  });
  return best.sort((a, b) => b.suggestion.confidence - a.suggestion.confidence);
}

/** The kinds of the cells that read a cell. */
function readers(notebook: Notebook, name: string): Set<string> {
  const found = new Set<string>();
  for (const block of notebook.blocks) {
    if (block.type !== "cell") continue;
    const schema = catalog.get(block.kind)?.params ?? {};
    if (referencesOf(schema, block.params).some((text) => reference(text).cell === name)) found.add(block.kind);
  }
  return found;
}

/** Whether a kind of cell draws what it found in a journey: data are offered cells, answers are not. */
function isAnswer(kind: string | null): boolean {
  const { kind: who, params = {} } = (kind === null ? undefined : catalog.get(kind)) ?? {};
  return who?.provides === "table" && Object.values(params).some((spec) => spec.type === "input" && spec.accepts.includes("journey"));
}

/** What is offered below cells that came in just now. */
export class Suggestions {
  readonly topic = new Topic();
  readonly #welcomed = new Set<string>();
  readonly #offers = new Map<string, { shape: InputShape; offers: Offer[] }>();

  constructor(private readonly notebook: () => Notebook) {}

  /** Takes note of a cell's output. */
  consider(name: string, shape: InputShape): void {
    if (this.#offers.get(name)?.shape === shape) return;
    this.#offers.set(name, { shape, offers: offersOf(shape) });
    this.topic.tell();
  }

  /** Marks a cell as new: it makes offers until its readers have taken them up. */
  welcome(name: string): void {
    this.#welcomed.add(name);
    this.topic.tell();
  }

  /** Tables that have become part of a journey: what to ask next is offered there. */
  settle(names: readonly string[]): void {
    for (const name of names) this.#welcomed.delete(name);
    this.topic.tell();
  }

  /** At most three cells to add after a new cell, or after one that nobody reads while it is selected: kinds that do not read it yet. */
  offersFor(name: string, isSelected: boolean): Offer[] {
    const offers = this.#offers.get(name)?.offers ?? [];
    if (offers.length === 0) return [];
    const notebook = this.notebook();
    const own = notebook.blocks.find((block): block is CellBlock => block.type === "cell" && block.name === name)?.kind ?? null;
    if (isAnswer(own)) return [];
    const taken = readers(notebook, name);
    if (!this.#welcomed.has(name) && !(isSelected && taken.size === 0)) return [];
    return (
      offers
        .filter(({ kind, suggestion }) => kind !== own && !taken.has(kind) && suggestion.adds !== true)
        // What another cell has readied is read from there.
        .filter(({ kind }) => taken.size === 0 || catalog.get(kind)?.kind.provides !== "journey")
        .slice(0, Math.max(0, most - taken.size))
    );
  }

  clear(): void {
    this.#offers.clear();
    this.#welcomed.clear();
  }
}
