import { css } from "lit";

/** How the library looks. */
export const libraryStyles = css`
  .library {
    display: grid;
    grid-template-columns: 280px minmax(0, 1fr);
    gap: 24px;
    height: min(620px, 100vh - 160px);
  }
  nav {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  input {
    flex: none;
    height: 32px;
    padding: 0 10px;
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--paper);
  }
  .list,
  article {
    overflow: auto;
    min-height: 0;
  }
  .list {
    flex: 1;
    padding: 2px;
  }
  h3 {
    padding: 16px 8px 4px;
    font: 600 12px/16px var(--font-ui);
    color: var(--ink-2);
  }
  .row {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
    width: 100%;
    padding: 4px 8px;
    border-radius: var(--radius);
  }
  .row:hover {
    background: var(--hover);
  }
  .row[aria-current="true"] {
    background: var(--accent-tint-2);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row svg {
    color: var(--ink-3);
  }
  .what {
    grid-column: 2;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .none {
    padding: 16px 8px;
    color: var(--ink-2);
  }
  article {
    padding: 0 8px 24px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  h2 {
    flex: 1;
    font: 600 var(--text-title) / var(--line-title) var(--font-read);
  }
  h2.mono {
    font: 500 17px/24px var(--font-code);
  }
  .summary {
    margin-top: 8px;
  }
  .label {
    margin-top: 16px;
    font-size: 12px;
    color: var(--ink-3);
  }
  .method {
    margin-top: 24px;
    font: 400 15px/24px var(--font-read);
  }
  /* The page's own title says it already. */
  .method > h1:first-child {
    display: none;
  }
  .method :is(h1, h2) {
    font-size: 19px;
    line-height: 28px;
  }
  @media (max-width: 760px) {
    .library {
      grid-template-columns: 1fr;
      grid-template-rows: 40% 1fr;
    }
  }
`;
