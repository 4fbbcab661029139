import { html } from "lit";
import type { Exclusion } from "../../../schema/exclusions.ts";
import type { ExclusionsSpec } from "../../../schema/parameter.ts";
import { shortHash } from "../../../schema/pin.ts";
import { icon } from "../../icons/icon.ts";
import type { FieldEditor } from "../field.ts";

/** The customers that are left out, by the hashes of their ids, each with the way back. */
export const field: FieldEditor<ExclusionsSpec> = ({ id, value, set }) => {
  const lines = (Array.isArray(value) ? value : []) as unknown as Exclusion[];
  if (lines.length === 0) return html`<p class="hint" id=${id}>Nobody. “Find and remove a customer” is in the palette.</p>`;
  const without = (at: number): void => {
    const left = lines.filter((_, other) => other !== at);
    set(left.length === 0 ? undefined : left.map(({ column, sha256 }) => ({ column, sha256 })));
  };
  return html`<ul id=${id}>
    ${lines.map(
      ({ column, sha256 }, at) =>
        html`<li>
          <span class="mono" title=${sha256}>${column} ${shortHash(sha256)}</span>
          <button class="square small" title="Take in again" aria-label=${`Take in ${column} ${shortHash(sha256)} again`} @click=${() => without(at)}>
            ${icon("x", "small")}
          </button>
        </li>`,
    )}
  </ul>`;
};
