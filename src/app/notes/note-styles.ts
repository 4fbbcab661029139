import { css } from "lit";

/** How comments and decisions look, with their tools and on paper. */
export const noteStyles = css`
  .note {
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    padding: 10px 16px 12px;
    font-size: 13px;
    line-height: 20px;
    break-inside: avoid;
  }
  .comment {
    border-left: 3px solid var(--rule);
    background: var(--sunken);
  }
  .decision {
    border-left: 3px solid var(--accent);
  }
  .note .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .note .kind {
    font-weight: 600;
    color: var(--ink-2);
  }
  .note .about {
    margin-left: auto;
  }
  .note .first {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .note summary {
    cursor: pointer;
  }
  .note summary::after {
    content: "Show";
    color: var(--accent);
  }
  .note[open] summary::after {
    content: "Hide";
  }
  @media print {
    .note summary::after {
      content: none;
    }
  }
  .note .signed {
    display: flex;
    gap: 8px;
    margin-top: 8px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .note .prose {
    max-width: none;
    margin: 4px 0 0;
    font: 400 14px/22px var(--font-ui);
  }
  .note .none {
    color: var(--ink-3);
    font-style: italic;
  }
  .status {
    padding: 0 8px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    color: var(--ink-2);
  }
  .status.done {
    border-color: var(--ok);
    color: var(--ok);
  }
  .status.dropped {
    text-decoration: line-through;
  }
  .steps {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 24px;
    margin-top: 8px;
  }
  .steps div + div {
    position: relative;
  }
  .steps div + div::before {
    content: "→" / "";
    position: absolute;
    left: -18px;
    color: var(--ink-3);
  }
  .steps dt {
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
    text-transform: capitalize;
  }
  .steps dd {
    font-size: 14px;
    line-height: 20px;
    text-wrap: pretty;
  }
  .steps dd p + p {
    margin-top: 8px;
  }
  @media (max-width: 720px) {
    .steps {
      grid-auto-flow: row;
      gap: 8px;
    }
    .steps div + div::before {
      content: none;
    }
  }
`;
