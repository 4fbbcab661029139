import { css } from "lit";

/** How the start page is set. */
export const startStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow: auto;
    background: var(--paper);
  }
  main {
    width: min(1136px, 100% - 64px);
    min-height: 100%;
    margin: 0 auto;
    padding-top: 48px;
    display: flex;
    flex-direction: column;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
  }
  h1 {
    font: 600 40px/48px var(--font-read);
    letter-spacing: -0.018em;
  }
  .lead {
    margin-top: 8px;
    max-width: 52ch;
    font: 400 19px/28px var(--font-read);
    color: var(--ink-2);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 640fr) minmax(0, 432fr);
    column-gap: 64px;
    row-gap: 40px;
    margin-top: 40px;
  }
  .drop {
    display: grid;
    grid-template-columns: 40px 1fr auto;
    column-gap: 16px;
    align-items: center;
    padding: 32px;
    border: 1.5px dashed var(--control);
    border-radius: var(--radius-l);
    background: var(--chrome);
  }
  .drop > svg.lucide {
    width: 32px;
    height: 32px;
    color: var(--accent);
    stroke-width: 1.5;
  }
  .name {
    display: block;
    font: 600 15px/24px var(--font-ui);
    color: var(--ink);
  }
  .what {
    display: block;
    color: var(--ink-2);
  }
  .ways {
    margin-top: 16px;
  }
  li {
    border-bottom: 1px solid var(--hairline);
  }
  li:last-child {
    border: 0;
  }
  .way,
  .recent {
    display: flex;
    gap: 16px;
    align-items: flex-start;
    width: 100%;
    padding: 12px 0;
  }
  .way:hover,
  .recent:hover {
    background: var(--accent-tint);
    box-shadow:
      -12px 0 var(--accent-tint),
      12px 0 var(--accent-tint);
  }
  .accent {
    padding-top: 4px;
    color: var(--accent);
  }
  .text {
    flex: 1;
    min-width: 0;
  }
  h2 {
    padding-bottom: 8px;
    border-bottom: 1px solid var(--rule);
    font: 600 13px/20px var(--font-ui);
  }
  .lists {
    display: grid;
    gap: 32px;
    align-content: start;
  }
  .title {
    display: block;
    font: 600 15px/24px var(--font-read);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .file {
    display: block;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .when {
    font-size: 12px;
    line-height: 24px;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .warn {
    color: var(--warn);
  }
  .none {
    padding: 12px 0;
    color: var(--ink-3);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin-top: auto;
    padding: 12px 0 16px;
    border-top: 1px solid var(--hairline);
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .space {
    flex: 1;
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      padding-bottom: 40px;
    }
    .drop {
      grid-template-columns: 40px 1fr;
      row-gap: 16px;
    }
    .drop .button {
      grid-column: 2;
      justify-self: start;
    }
  }
`;
