import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { parser } from "@lezer/markdown";
import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyWords } from "../keys/chord.ts";
import { controls } from "../theme/controls.ts";
import { linked, wrapped } from "./format-commands.ts";
import { markdown } from "./markdown.ts";
import { proseStyles } from "./prose-styles.ts";

const language = new Language(defineLanguageFacet({}), parser, [], "markdown");

const highlight = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
  { tag: tags.monospace, fontFamily: "var(--font-code)", fontSize: "0.9em" },
  { tag: tags.quote, color: "var(--ink-2)" },
  { tag: tags.processingInstruction, color: "var(--ink-3)" },
]);

const hint = ["Mod+B strong", "Mod+I emphasis", "Mod+Alt+K link"].map((text) => keyWords(text).join(" ")).join(", ") + ". Escape to finish.";

const theme = EditorView.theme({
  "&": { border: "1px solid var(--control)", borderRadius: "var(--radius)", background: "var(--paper)", color: "var(--ink)" },
  "&.cm-focused": { outline: "var(--focus-width) solid var(--focus-color)", outlineOffset: "1px" },
  ".cm-scroller": { font: "400 15px/24px var(--font-code)", fontSize: "14px", minHeight: "92px" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-tint-2)" },
});

/**
 * Markdown as it is written, and below it as it will read.
 * @fires write - `detail` is the text, with every change.
 * @fires finish - `detail` says whether the keyboard goes back to the block: by Escape, not by going elsewhere.
 */
@customElement("prose-editor")
export class ProseEditor extends LitElement {
  /** The text it begins with. */
  @property({ attribute: false }) text = "";
  @state() private shown = "";
  @query(".editor") private readonly place!: HTMLElement;
  #editor: EditorView | null = null;

  static override styles = [
    controls,
    proseStyles,
    css`
      :host {
        display: block;
        margin: -4px -16px 0;
      }
      .hint {
        margin: 8px 16px 0;
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-3);
      }
      .prose {
        margin: 16px 16px 0;
        padding-top: 12px;
        border-top: 1px dashed var(--rule);
      }
    `,
  ];

  #finish(back: boolean): boolean {
    this.dispatchEvent(new CustomEvent("finish", { detail: back }));
    return true;
  }

  protected override firstUpdated(): void {
    const done = (): boolean => this.#finish(true);
    this.shown = this.text;
    this.#editor = new EditorView({
      parent: this.place,
      root: this.renderRoot as ShadowRoot,
      state: EditorState.create({
        doc: this.text,
        selection: { anchor: this.text.length },
        extensions: [
          history(),
          drawSelection(),
          language,
          syntaxHighlighting(highlight),
          EditorView.lineWrapping,
          placeholder("Write Markdown: # heading, *emphasis*, **strong**, - list"),
          keymap.of([
            { key: "Escape", run: done },
            { key: "Mod-Enter", run: done },
            { key: "Shift-Enter", run: done },
            { key: "Mod-b", run: wrapped("**") },
            { key: "Mod-i", run: wrapped("*") },
            { key: "Mod-e", run: wrapped("`") },
            { key: "Mod-Alt-k", run: linked },
            indentWithTab,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.contentAttributes.of({ "aria-label": "Text, as Markdown", spellcheck: "true" }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            this.shown = update.state.doc.toString();
            this.dispatchEvent(new CustomEvent("write", { detail: this.shown }));
          }),
          EditorView.domEventHandlers({
            // Keys that are the editor's own are no commands of the page.
            keydown: (event) => {
              if (!event.ctrlKey && !event.metaKey && event.key !== "Escape") event.stopPropagation();
            },
            blur: () => void this.#finish(false),
          }),
          theme,
        ],
      }),
    });
    this.#editor.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor?.destroy();
    this.#editor = null;
  }

  protected override render() {
    return html`<div class="editor"></div>
      <p class="hint">${hint}</p>
      ${this.shown.trim() === "" ? "" : html`<div class="prose" aria-label="As it reads" role="region">${markdown(this.shown)}</div>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prose-editor": ProseEditor;
  }
}
