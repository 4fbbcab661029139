import { autocompletion, closeBrackets, completionKeymap, type CompletionContext } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { completions } from "../../../schema/formula/completions.ts";
import { formulaProblem } from "../../../schema/formula/formula-problem.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { fieldStyles } from "../field-styles.ts";
import { formulaTheme } from "./formula-theme.ts";

/** A new line in a formula would be lost in the file, so none gets in. */
const oneLine = EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction));

/**
 * One formula with completion of columns and functions, checked as it is typed.
 * @fires change - `detail` is the formula, once it is left or Enter is pressed.
 */
@customElement("formula-input")
export class FormulaInput extends LitElement {
  static override styles = [
    fieldStyles,
    css`
      .problem {
        color: var(--danger);
      }
    `,
  ];

  @property() value = "";
  @property() label = "Formula";
  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ type: Boolean }) aggregate = false;
  @state() private problem = "";
  @query("div") private place!: HTMLElement;
  private editor: EditorView | null = null;

  private check(text: string): void {
    const found = text.trim() === "" ? null : formulaProblem(text, this.columns, { aggregate: this.aggregate });
    this.problem = found === null ? "" : `${found.problem} ${found.remedy}`;
  }

  private commit(): boolean {
    const text = this.editor?.state.doc.toString().trim() ?? "";
    if (text !== this.value) this.dispatchEvent(new CustomEvent("change", { detail: text }));
    return true;
  }

  private complete(context: CompletionContext) {
    const word = context.matchBefore(/[\w$]*/);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    const options = completions(this.columns, { aggregate: this.aggregate });
    return { from: word.from, options, validFor: /^[\w$]*$/ };
  }

  override firstUpdated(): void {
    this.editor = new EditorView({
      parent: this.place,
      root: this.renderRoot as ShadowRoot,
      doc: this.value,
      extensions: [
        oneLine,
        history(),
        closeBrackets(),
        autocompletion({ override: [(context) => this.complete(context)], icons: false }),
        keymap.of([...completionKeymap, { key: "Enter", run: () => this.commit() }, ...historyKeymap, ...defaultKeymap]),
        placeholder("quantity * price"),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": this.label, "aria-multiline": "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.check(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => void this.commit() }),
        formulaTheme,
      ],
    });
    this.check(this.value);
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.editor === null || (!changed.has("value") && !changed.has("columns"))) return;
    const shown = this.editor.state.doc.toString();
    if (changed.has("value") && shown !== this.value) this.editor.dispatch({ changes: { from: 0, to: shown.length, insert: this.value } });
    this.check(this.editor.state.doc.toString());
  }

  override disconnectedCallback(): void {
    this.commit();
    super.disconnectedCallback();
  }

  override render() {
    return html`<div></div>
      ${this.problem === "" ? "" : html`<p class="hint problem" role="status" style="margin: 4px 0 0">${this.problem}</p>`}`;
  }
}
