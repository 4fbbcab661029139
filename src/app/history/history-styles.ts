import { css } from "lit";

/** Words that went and came: told apart by a line and a rule too, not by colour alone. */
export const wordStyles = css`
  .words {
    margin-top: 4px;
    overflow-wrap: anywhere;
    font: var(--text-ui) / 22px var(--font-read);
  }
  .words * {
    white-space: pre-wrap;
  }
  del {
    color: var(--danger);
    text-decoration: line-through;
  }
  ins {
    color: var(--ok);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;

/** How the history looks, beyond what it shares with the share dialog. */
export const historyStyles = css`
  .sides {
    grid-template-columns: 344px minmax(0, 1fr);
  }
  form,
  .foot,
  .heading {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  form label {
    flex: 1;
    font-size: 12px;
  }
  .list {
    max-height: 392px;
    margin-top: 16px;
    overflow: auto;
  }
  .level p {
    overflow-wrap: anywhere;
  }
  .heading {
    align-items: center;
    margin-bottom: 16px;
  }
  .heading select {
    width: auto;
    max-width: 320px;
  }
  .changes li,
  td,
  th {
    padding: 8px 0;
    border-top: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }
  .changes li:first-child {
    border-top: 0;
    padding-top: 0;
  }
  h3:not(:first-child) {
    margin-top: 24px;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    text-align: left;
  }
  td,
  th {
    padding-right: 16px;
    vertical-align: top;
    font-weight: 400;
  }
  thead th {
    border: 0;
    font-size: 12px;
    color: var(--ink-3);
  }
  th:first-child {
    width: 120px;
    font-size: 12px;
  }
  td .quiet {
    display: block;
    font-size: 12px;
  }
  .news td {
    border: 0;
    padding-top: 0;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-2);
  }
  .news li {
    padding: 4px 0;
  }
  @media (max-width: 760px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .note {
    margin-top: 16px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
`;
