import { css } from "lit";

/** How a cell reads in a report: its finding, its figures, a note below, and what to know about them in the margin. */
export const readerCellStyles = css`
  :host {
    display: block;
    position: relative;
    margin-top: 40px;
    scroll-margin-top: 72px;
  }
  .lead {
    break-inside: avoid;
  }
  .margin {
    margin-top: 12px;
    font-size: 12px;
    line-height: 18px;
    color: var(--ink-3);
  }
  .margin p + p {
    margin-top: 8px;
  }
  .margin b {
    font-weight: 600;
    color: var(--ink-2);
  }
  @media screen and (min-width: 1330px) {
    .margin {
      position: absolute;
      left: calc(100% + 64px);
      top: 80px;
      width: 200px;
      margin: 0;
    }
  }
  .note {
    margin-top: 12px;
    padding-top: 8px;
    border-top: 1px solid var(--hairline);
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
    break-before: avoid;
    break-inside: avoid;
  }
  .written {
    display: none;
    margin-top: 4px;
    font: 11px/16px var(--font-code);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .twin {
    width: 100%;
    margin-top: 16px;
    overflow-x: auto;
  }
  .twin table {
    border-collapse: collapse;
    font-size: 12px;
    line-height: 16px;
  }
  .twin :is(th, td) {
    padding: 3px 12px 3px 0;
    border-bottom: 1px solid var(--hairline);
    text-align: left;
    white-space: nowrap;
  }
  .twin th {
    font-weight: 500;
    color: var(--ink-2);
    border-color: var(--rule);
  }
  .twin .number {
    text-align: right;
  }
  .figures {
    break-before: avoid;
  }
  @media print {
    :host {
      margin-top: 28px;
    }
    .title {
      font-size: 17px;
      line-height: 24px;
    }
    .title,
    .subtitle {
      break-after: avoid;
      break-inside: avoid;
    }
    .written {
      display: block;
    }
    .twin {
      overflow: visible;
    }
    .twin :is(th, td) {
      white-space: normal;
    }
    .twin tr {
      break-inside: avoid;
    }
    .ways {
      display: none;
    }
  }
`;
