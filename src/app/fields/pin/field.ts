import { html } from "lit";
import { counted } from "../../../figures/formats/counted.ts";
import { isRecord } from "../../../schema/parameters/say.ts";
import type { PinSpec } from "../../../schema/parameter.ts";
import { shortHash, type Pin } from "../../../schema/pin.ts";
import type { FieldEditor } from "../field.ts";

/** What is pinned, and the way out of it; pinning itself stands under Provenance, where the files are. */
export const field: FieldEditor<PinSpec> = ({ id, value, set }) => {
  if (!isRecord(value)) return html`<p class="hint" id=${id}>Not pinned. Pin it under Provenance.</p>`;
  const { sha256, rows } = value as unknown as Pin;
  return html`<p id=${id}><span class="mono" title=${sha256}>${shortHash(sha256)}</span>, ${counted(rows, "row", navigator.language)}</p>
    <button class="button small" @click=${() => set(undefined)}>Unpin</button>`;
};
