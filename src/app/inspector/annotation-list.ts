import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Annotation } from "../../notebook/notebook.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { settingsStyles } from "./settings-styles.ts";

/**
 * What happened and when: a campaign, a price change. Given once, it is marked in every figure over time.
 * @fires annotations - `detail` is the new list; lines without a day or words are left out.
 */
@customElement("annotation-list")
export class AnnotationList extends LitElement {
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  /** A line that is not whole yet. */
  #draft: Annotation | null = null;

  static override styles = [fieldStyles, settingsStyles];

  get #lines(): readonly Annotation[] {
    return this.#draft === null ? this.annotations : [...this.annotations, this.#draft];
  }

  #tell(lines: readonly Annotation[]): void {
    this.dispatchEvent(new CustomEvent("annotations", { detail: lines }));
  }

  #change(index: number, patch: { from?: string; to?: string; text?: string }): void {
    const { to, ...rest } = { ...this.#lines[index]!, ...patch };
    const line: Annotation = to === undefined || to === "" ? rest : { ...rest, to };
    const isWhole = line.from !== "" && line.text !== "";
    const isDraft = index === this.annotations.length;
    if (isDraft && isWhole) {
      this.#draft = null;
      this.#tell([...this.annotations, line]);
    } else if (isDraft) {
      this.#draft = line;
      this.requestUpdate();
    } else if (isWhole) this.#tell(this.annotations.with(index, line));
    else this.requestUpdate();
  }

  #remove(index: number): void {
    if (index === this.annotations.length) this.#draft = null;
    else this.#tell(this.annotations.toSpliced(index, 1));
    this.requestUpdate();
  }

  protected override render() {
    const value = (event: Event): string => (event.target as HTMLInputElement).value.trim();
    return html`<section>
      <h3>What happened</h3>
      <p class="hint">A campaign, a price change, an outage: marked in every figure over time.</p>
      ${this.#lines.map(
        ({ from, to, text }, index) =>
          html`<div class="event">
            <input
              aria-label="What happened"
              placeholder="Loyalty programme"
              .value=${text}
              @change=${(event: Event) => this.#change(index, { text: value(event) })}
            />
            <button class="icon" title="Remove" aria-label=${`Remove ${text}`} @click=${() => this.#remove(index)}>${icon("x", "small")}</button>
            <input type="date" aria-label="From" .value=${from} @change=${(event: Event) => this.#change(index, { from: value(event) })} />
            <input
              type="date"
              aria-label="Last day, for what lasted"
              title="Last day, for what lasted"
              .value=${to ?? ""}
              @change=${(event: Event) => this.#change(index, { to: value(event) })}
            />
          </div>`,
      )}
      <button
        class="add"
        @click=${() => {
          this.#draft ??= { from: "", text: "" };
          this.requestUpdate();
        }}
      >
        ${icon("plus", "small")}Event
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "annotation-list": AnnotationList;
  }
}
