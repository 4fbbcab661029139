import { css } from "lit";

/** How the inspector is set. */
export const inspectorStyles = css`
  :host {
    display: block;
    background: var(--chrome);
    border-left: 1px solid var(--hairline);
    padding: 12px 16px 24px;
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 32px;
  }
  .head h2 {
    font: 600 var(--text-lead) / var(--line-lead) var(--font-ui);
  }
  .name {
    color: var(--ink-2);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .quiet {
    color: var(--ink-3);
  }
  .space {
    flex: 1;
  }
  .panel {
    padding-top: 16px;
  }
  .tabs {
    display: flex;
    gap: 16px;
    margin: 8px -16px 0;
    padding: 0 16px;
    border-bottom: 1px solid var(--hairline);
  }
  .tabs button {
    padding: 6px 0 8px;
    margin-bottom: -1px;
    border-bottom: 2px solid transparent;
    color: var(--ink-2);
  }
  .tabs button:hover {
    color: var(--ink);
  }
  .tabs [aria-selected="true"] {
    color: var(--accent);
    border-color: var(--accent);
    font-weight: 500;
  }
  .method {
    padding-top: 16px;
    font: 400 14px/22px var(--font-read);
  }
  .method :is(h1, h2, h3) {
    font-size: 15px;
    line-height: 24px;
    margin: 20px 0 4px;
    letter-spacing: 0;
  }
  .method :is(p, ul, ol, pre, blockquote) {
    margin: 8px 0;
  }
  .method table {
    display: block;
    overflow-x: auto;
    font-size: 12px;
    line-height: 16px;
  }
`;
