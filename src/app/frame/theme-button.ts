import { LitElement, html } from "lit";
import { customElement } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { chooseTheme, nextTheme, themeChoice, themeTopic } from "../theme/theme.ts";
import { watch } from "../topics/watch.ts";

const icons = { light: "sun", dark: "moon", system: "monitor" } as const;
const words = { light: "Light", dark: "Dark", system: "As the system" } as const;

/** Goes from light to dark to what the system says. */
@customElement("theme-button")
export class ThemeButton extends LitElement {
  static override styles = [controls];

  constructor() {
    super();
    watch(this, () => [themeTopic]);
  }

  protected override render() {
    const choice = themeChoice();
    const label = `Theme: ${words[choice].toLowerCase()}. Change to ${words[nextTheme()].toLowerCase()}`;
    return html`<button class="square" title=${label} aria-label=${label} @click=${() => chooseTheme(nextTheme())}>${icon(icons[choice])}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "theme-button": ThemeButton;
  }
}
