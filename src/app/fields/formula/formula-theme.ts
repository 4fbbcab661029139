import { EditorView } from "@codemirror/view";

/** A formula looks like any other input, in the font of what a user typed. */
export const formulaTheme = EditorView.theme({
  "&": {
    border: "1px solid var(--control)",
    borderRadius: "var(--radius)",
    background: "var(--paper)",
    color: "var(--ink)",
    fontSize: "12px",
  },
  "&.cm-focused": { outline: "var(--focus-width) solid var(--focus-color)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "20px" },
  ".cm-content": { padding: "5px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 10px" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, ::selection": { background: "var(--accent-tint-2)" },
  ".cm-tooltip": {
    border: "1px solid var(--hairline)",
    borderRadius: "var(--radius)",
    background: "var(--raised)",
    color: "var(--ink)",
    boxShadow: "var(--shadow-menu)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", fontSize: "12px", maxHeight: "220px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", lineHeight: "18px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--accent-tint-2)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--ink-3)", fontStyle: "normal", marginLeft: "12px" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionInfo": { font: "12px/16px var(--font-ui)", padding: "8px 10px", maxWidth: "280px" },
});
