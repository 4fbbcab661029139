import { LitElement, css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { commands } from "../commands/commands.ts";
import type { CommandGroup } from "../commands/command.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import { keyWords } from "./chord.ts";
import { letterKeys, letterKeysTopic, setLetterKeys } from "./letter-keys.ts";

const groups: readonly CommandGroup[] = ["Run", "Go", "Edit", "Notebook", "Page"];

/** Every key of the page at a glance, and the switch for those that are a single letter. */
@customElement("key-help")
export class KeyHelp extends LitElement {
  static override styles = [
    controls,
    css`
      .columns {
        columns: 2;
        column-gap: 40px;
      }
      section {
        margin-bottom: 16px;
      }
      h3 {
        font: 600 13px/20px var(--font-ui);
        margin-bottom: 4px;
        break-after: avoid;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        min-height: 28px;
        padding: 4px 0;
        border-bottom: 1px solid var(--hairline);
        break-inside: avoid;
      }
      .keys {
        display: flex;
        gap: 4px;
        align-items: start;
        white-space: nowrap;
      }
      .or {
        color: var(--ink-3);
        font-size: 12px;
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-top: 8px;
      }
      p {
        margin-top: 4px;
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-3);
      }
      @media (max-width: 640px) {
        .columns {
          columns: 1;
        }
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [letterKeysTopic]);
  }

  #keys(keys: readonly string[]) {
    return keys.map(
      (one, index) => html`${index > 0 ? html`<span class="or">or</span>` : nothing}${keyWords(one).map((word) => html`<kbd>${word}</kbd>`)}`,
    );
  }

  protected override render() {
    return html`<div class="columns">
        ${groups.map(
          (group) =>
            html`<section>
              <h3>${group}</h3>
              <ul>
                ${commands
                  .filter((command) => command.group === group && command.keys !== undefined && command.on !== "start")
                  .map(({ title, keys }) => html`<li><span>${title}</span><span class="keys">${this.#keys(keys!)}</span></li>`)}
              </ul>
            </section>`,
        )}
      </div>
      <label
        ><input
          type="checkbox"
          .checked=${letterKeys()}
          @change=${(event: Event) => setLetterKeys((event.target as HTMLInputElement).checked)}
        />Single letters do something</label
      >
      <p>
        Letters, Enter and arrows work while a block itself is chosen, not a field in it. Shift and a click choose several blocks; Ctrl and a click
        add one.
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "key-help": KeyHelp;
  }
}
