import type { Figure, FigureTheme } from "../../figures/figure.ts";
import type { Annotation } from "../../notebook/notebook.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Settings } from "../../schema/settings.ts";
import { ownTask } from "../topics/own-task.ts";
import { figuresOf, type Drawn } from "./figures-of.ts";

/** The width figures are drawn for; narrower columns scroll them. */
export const columnWidth = 752;

/** The figures of one cell: drawn once per result, and again only when a parameter of the view changes. */
export class Drawing {
  figures: readonly Figure[] = [];
  /** Why the result could not be drawn. */
  fault: string | null = null;
  #result: CellResult | null = null;
  #key = "";
  #pending = 0;
  #done = 0;

  /** Whether the figures are those that were last asked for. */
  get isDrawn(): boolean {
    return this.#pending === this.#done;
  }

  /** @param drawn Called after new figures are ready. */
  constructor(private readonly drawn: () => void) {}

  /** Sees to it that the figures are those of this result; the old ones stay until then. */
  show(block: Drawn, result: CellResult | null, settings: Settings, annotations: readonly Annotation[] = []): void {
    if (result === null) {
      this.figures = [];
      this.#result = null;
      return;
    }
    const key = JSON.stringify([block.kind, block.params, settings, annotations]);
    if (result === this.#result && key === this.#key) return;
    this.#result = result;
    this.#key = key;
    const turn = ++this.#pending;
    void this.#drawInTurn(turn, block, result, this.#themeFor(settings, annotations));
  }

  async #drawInTurn(turn: number, block: Drawn, result: CellResult, theme: FigureTheme): Promise<void> {
    await ownTask();
    if (turn !== this.#pending || this.#result !== result) return;
    this.#draw(block, result, theme);
    this.#done = turn;
    this.drawn();
  }

  #themeFor({ currency, level, timezone }: Settings, annotations: readonly Annotation[]): FigureTheme {
    return { width: columnWidth, locale: navigator.language, currency, level, timezone, annotations };
  }

  #draw(block: Drawn, result: CellResult, theme: FigureTheme): void {
    try {
      this.figures = figuresOf(block, result, theme);
      this.fault = null;
    } catch (error) {
      this.fault = error instanceof Error ? error.message : String(error);
    }
  }
}
