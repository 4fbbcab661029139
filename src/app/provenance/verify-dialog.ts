import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { toProblem } from "../../schema/errors.ts";
import { percent } from "../../figures/formats/percent.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { copyText } from "./copy-text.ts";
import { verify, type Verdict } from "./verify.ts";

const marks = {
  true: ["circle-check", "agrees", "agrees"],
  false: ["circle-x", "differs", "differs"],
  null: ["circle-dashed", "open", "not compared"],
};

/** One sentence over all cells. */
export function summary(verdicts: readonly Verdict[]): string {
  const differ = verdicts.filter(({ agrees }) => agrees === false).length;
  const open = verdicts.filter(({ agrees }) => agrees === null).length;
  const same = verdicts.length - differ - open;
  if (differ === 0 && open === 0) return `All ${verdicts.length} cells agree with what was computed anew from the files.`;
  const parts = [
    `${same} of ${verdicts.length} cells agree`,
    ...(differ === 0 ? [] : [`${differ} ${differ === 1 ? "differs" : "differ"}`]),
    ...(open === 0 ? [] : [`${open} could not be compared`]),
  ];
  return `${parts.join(", ")}.`;
}

/** Computes the notebook, or one cell with what it reads, anew, and says cell by cell what agrees and what differs. */
@customElement("verify-dialog")
export class VerifyDialog extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** The cell to verify; null for all. */
  @property({ attribute: false }) only: string | null = null;
  @state() private fraction = 0;
  @state() private verdicts: Verdict[] | null = null;
  @state() private problem: string | null = null;
  readonly #stop = new AbortController();

  static override styles = [
    controls,
    css`
      progress {
        width: 100%;
        accent-color: var(--accent);
      }
      .sum {
        font: 600 var(--text-lead) / var(--line-lead) var(--font-read);
      }
      ul {
        margin: 12px 0 16px;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(80px, max-content) 1fr;
        gap: 12px;
        padding: 8px 0;
        border-top: 1px solid var(--hairline);
      }
      li svg {
        margin-top: 2px;
      }
      li span:last-child {
        overflow-wrap: anywhere;
        color: var(--ink-2);
      }
      .agrees svg {
        color: var(--ok);
      }
      .differs svg {
        color: var(--danger);
      }
      .open svg {
        color: var(--ink-3);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.#run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  async #run(): Promise<void> {
    try {
      this.verdicts = await verify(this.workspace, this.only, this.#stop.signal, (fraction) => (this.fraction = fraction));
    } catch (error) {
      const { problem, remedy } = toProblem(error);
      this.problem = `${problem} ${remedy}`;
    }
  }

  #text(verdicts: readonly Verdict[]): string {
    const lines = verdicts.map(({ name, agrees, says }) => `${marks[`${agrees}`][2]}: ${name}. ${says}`);
    return [`Verified: ${this.workspace.document.fileName}`, summary(verdicts), ...lines, ""].join("\n");
  }

  protected override render() {
    const { verdicts, problem, fraction } = this;
    if (problem !== null) return html`<p role="alert">${problem}</p>`;
    if (verdicts === null) {
      return html`<p>The files are read once more, and every cell is computed anew beside what is shown.</p>
        <progress max="1" .value=${fraction} aria-label="Computed anew"></progress>
        <p>${percent(fraction, navigator.language)}</p>`;
    }
    return html`<p class="sum" role="status">${summary(verdicts)}</p>
      <ul>
        ${verdicts.map(({ name, agrees, says }) => {
          const [glyph, look, word] = marks[`${agrees}`];
          return html`<li class=${look!}>${icon(glyph!)}<span class="mono" aria-label=${`${name}, ${word}`}>${name}</span><span>${says}</span></li>`;
        })}
      </ul>
      ${
        verdicts.length === 0
          ? nothing
          : html`<button class="button" @click=${() => void copyText(this.#text(verdicts), this.workspace)}>${icon("copy")}Copy as text</button>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "verify-dialog": VerifyDialog;
  }
}
