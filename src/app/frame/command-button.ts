import { html, type TemplateResult } from "lit";
import { canRun, commandOf } from "../commands/commands.ts";
import { icon } from "../icons/icon.ts";
import { keyWords } from "../keys/chord.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A command as a square button that says its name and key when pointed at. */
export function commandButton(id: string, workspace: Workspace): TemplateResult {
  const command = commandOf(id);
  const can = canRun(command, workspace);
  const key = command.keys === undefined ? "" : ` (${keyWords(command.keys[0]!).join("+")})`;
  return html`<button
    class="square"
    title=${`${command.title}${key}`}
    aria-label=${command.title}
    aria-disabled=${can ? "false" : "true"}
    @click=${() => can && command.run(workspace)}
  >
    ${icon(command.icon)}
  </button>`;
}
