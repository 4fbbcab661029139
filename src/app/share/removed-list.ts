import { css, html, nothing, type TemplateResult } from "lit";
import { number } from "../../figures/formats/number.ts";
import type { Removal } from "../../share/gate/removal.ts";

export const removedStyles = css`
  .removed li {
    padding: 8px 0;
    border-top: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }
  .removed li:first-child {
    border-top: 0;
  }
  .removed b {
    font-weight: 500;
  }
  .removed span {
    display: block;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
`;

/** Most lines that are listed; the others are counted. */
const most = 200;

const placeOf = ({ cell, table, column }: Removal): string => [cell, table, column].filter((part) => part !== undefined).join(".");

/** What the privacy gate took out, one line each: what, where, and why. */
export function removedList(removed: readonly Removal[]): TemplateResult {
  const locale = navigator.language;
  return html`<ul class="removed">
    ${removed.slice(0, most).map(
      (removal) =>
        html`<li>
          <b class="mono">${placeOf(removal)}</b> ${removal.count === undefined ? nothing : `${number(removal.count, locale)} `}${removal.what}
          <span>${removal.why}</span>
        </li>`,
    )}
    ${removed.length > most ? html`<li>and ${number(removed.length - most, locale)} more</li>` : nothing}
  </ul>`;
}
