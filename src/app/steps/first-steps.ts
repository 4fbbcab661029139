import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { commandOf } from "../commands/commands.ts";
import { writeAt } from "../commands/write-at.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import { wantedFiles } from "../workspace/wanted-files.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** One step: what to do, why, and how far the notebook is. */
interface Step {
  title: string;
  text: string;
  done: boolean;
  act?: { label: string; run: () => void };
}

/** What to do first, each step ticked off as it is done. */
@customElement("first-steps")
export class FirstSteps extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      aside {
        position: fixed;
        right: 24px;
        bottom: 24px;
        z-index: 6;
        width: min(376px, 100vw - 48px);
        max-height: calc(100vh - 96px);
        overflow: auto;
        padding: 16px;
        border: 1px solid var(--hairline);
        border-radius: 10px;
        background: var(--raised);
        box-shadow: var(--shadow-float);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      h2 {
        font: 600 var(--text-lead) / var(--line-lead) var(--font-ui);
      }
      ol {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr);
        padding: 8px 0;
        border-top: 1px solid var(--hairline);
      }
      .mark {
        color: var(--ink-3);
        font: 600 13px/20px var(--font-ui);
      }
      .done .mark {
        color: var(--ok);
      }
      .name {
        font-weight: 600;
      }
      .done .name {
        font-weight: 400;
      }
      p {
        color: var(--ink-2);
        text-wrap: pretty;
      }
      .button {
        margin-top: 8px;
      }
      footer {
        display: flex;
        gap: 16px;
        padding-top: 12px;
        border-top: 1px solid var(--hairline);
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => {
      const { document, files, runs } = this.workspace;
      return [document.topic, files.topic, runs.settledTopic];
    });
  }

  #steps(): Step[] {
    const { workspace } = this;
    const { document, files, runs, edits } = workspace;
    const cells = document.notebook.blocks.filter((block) => block.type === "cell");
    const gives = (kind: string) => catalog.get(kind)?.kind.provides;
    const journey = cells.find(({ kind }) => gives(kind) === "journey");
    const reads = (block: CellBlock): boolean => wantedFiles(block).length > 0;
    const answers = cells.filter((block) => gives(block.kind) !== "journey" && !reads(block) && runs.state(block.name).result !== null);
    return [
      {
        title: "Drop the files you have",
        text: "Orders, web events, campaigns, tickets: one row per event, as your tools export them. They stay on this machine.",
        done: files.files.length > 0,
        act: { label: "Choose files", run: () => void workspace.chooseFiles() },
      },
      {
        title: "Check who, when and what",
        text: "The journey cell says which column is the customer, the time and the event. It guesses; you correct it in its parameters, at the right.",
        done: journey !== undefined && runs.state(journey.name).result !== null,
        ...(journey === undefined ? {} : { act: { label: "Show the journey", run: () => workspace.selection.focusCell(journey.name) } }),
      },
      {
        title: "Ask a question",
        text: "Add a cell below: the page offers what fits your data, and the library has everything with an example.",
        done: answers.length > 0,
        act: { label: "Open the library", run: () => workspace.overlays.show("library") },
      },
      {
        title: "Write what you found",
        text: "Press M on a cell, or Prose between two cells. A cell's title is its finding, and only what the numbers support.",
        done: document.notebook.blocks.some(({ type }) => type === "prose"),
        act: { label: "Write below", run: () => writeAt(workspace, edits.placeBelowSelection()) },
      },
      {
        title: "Save",
        text: "The notebook is a small text file that names your data and never carries it. Every change can be undone.",
        done: document.isSaved && cells.length > 0,
        act: { label: "Save", run: () => void workspace.saving.save() },
      },
    ];
  }

  #step({ title, text, done, act }: Step, index: number, next: number): TemplateResult {
    const isNext = index === next;
    return html`<li class=${done ? "done" : ""} aria-current=${isNext ? "step" : "false"}>
      <span class="mark">${done ? icon("check", "small") : index + 1}</span>
      <div>
        <div class="name">${title}${done ? html`<span class="unseen">, done</span>` : nothing}</div>
        ${isNext ? html`<p>${text}</p>` : nothing}
        ${isNext && act !== undefined ? html`<button class="button small" @click=${() => act.run()}>${act.label}</button>` : nothing}
      </div>
    </li>`;
  }

  protected override render() {
    const { workspace } = this;
    const steps = this.#steps();
    const next = steps.findIndex(({ done }) => !done);
    return html`<aside aria-label="First steps">
      <header>
        <h2>First steps</h2>
        <button class="square small" title="Close" aria-label="Close the first steps" @click=${() => workspace.layout.setSteps(false)}>
          ${icon("x", "small")}
        </button>
      </header>
      <ol>
        ${steps.map((step, index) => this.#step(step, index, next))}
      </ol>
      <footer>
        <button class="link" @click=${() => commandOf("palette").run(workspace)}>Find anything</button>
        <button class="link" @click=${() => commandOf("keys").run(workspace)}>All keys</button>
        <button class="link" @click=${() => commandOf("library").run(workspace)}>Library</button>
      </footer>
    </aside>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "first-steps": FirstSteps;
  }
}
