import type { Catalogued } from "../../cells/cell.ts";
import type { ComputeRequest, FileEntry } from "../../engine/protocol.ts";
import type { Settings } from "../../schema/settings.ts";
import { followed } from "../controls.ts";
import { graph, type Graph } from "../graph.ts";
import type { Notebook } from "../notebook.ts";
import { keyOf, seedOf } from "./key.ts";
import { isFault, plan, type Plan } from "./plan.ts";
import type { Standing } from "./standing.ts";

/** What the cells' results follow from. */
export interface Source {
  readonly notebook: Notebook;
  readonly settings: Settings;
  /** The files the page has, by name. */
  readonly files: ReadonlyMap<string, FileEntry>;
}

/** A notebook made ready to run: all that follows from it, the settings and the files before anything is computed. */
export class Planned {
  readonly graph: Graph;
  readonly settings: Settings;
  readonly plans: ReadonlyMap<string, Plan>;
  /** Problems of blocks that could not be read, by name. */
  readonly unreadable: ReadonlyMap<string, string>;
  private readonly wishes = new Map<string, string>();

  constructor({ notebook, settings, files }: Source, catalog: ReadonlyMap<string, Catalogued>) {
    const { notebook: valued, problems } = followed(notebook, catalog);
    const found = graph(valued, catalog);
    const planOf = (name: string): Plan => {
      const node = found.nodes.get(name)!;
      return plan(node, found, catalog, files, problems.get(node.block.id));
    };
    const plans = new Map(found.order.map((name) => [name, planOf(name)]));
    for (const [name, made] of plans) {
      const reads = Object.fromEntries(found.nodes.get(name)!.reads.map((read) => [read, this.wish(read)]));
      this.wishes.set(name, isFault(made) ? "" : keyOf(made, reads, settings));
    }
    this.graph = found;
    this.plans = plans;
    this.settings = settings;
    this.unreadable = new Map(notebook.blocks.flatMap((block) => (block.type === "unknown" && block.name ? [[block.name, block.problem]] : [])));
  }

  /** What changes whenever the reader changes something the cell depends on, known before anything has run. */
  wish(name: string): string {
    return this.wishes.get(name) ?? "";
  }

  /** The run of a cell as it stands, or null while what it reads is not known. */
  request(name: string, { key, inputs }: Standing): ComputeRequest | null {
    const found = this.plans.get(name);
    if (found === undefined || isFault(found) || key === null) return null;
    const { kind, params, files } = found;
    return { key, name, kind: kind.kind.name, params, inputs, files, settings: this.settings, seed: seedOf(found) };
  }
}
