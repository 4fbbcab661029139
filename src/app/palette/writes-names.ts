import { EditorView } from "@codemirror/view";
import { columnInFormula } from "../../schema/formula/completions.ts";

/** The element that has the keyboard, through every shadow root. */
function active(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** What writes a column's name into the field that has the keyboard now, or null where none takes one. */
export function nameWriter(): ((name: string) => void) | null {
  const field = active();
  const editor = field instanceof HTMLElement && field.isContentEditable ? EditorView.findFromDOM(field) : null;
  if (editor !== null) {
    return (name) => {
      editor.dispatch(editor.state.replaceSelection(columnInFormula(name)));
      editor.focus();
    };
  }
  if (!(field instanceof HTMLInputElement) || !["text", "search"].includes(field.type)) return null;
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  return (name) => {
    field.setRangeText(name, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
}
