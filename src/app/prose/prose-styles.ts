import { css } from "lit";

/** How words read. */
export const proseStyles = css`
  .prose {
    font: 400 var(--text-prose) / var(--line-prose) var(--font-read);
    max-width: var(--measure);
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  .prose > :first-child {
    margin-top: 0;
  }
  .prose > :last-child {
    margin-bottom: 0;
  }
  .prose p,
  .prose ul,
  .prose ol,
  .prose pre,
  .prose blockquote,
  .prose table {
    margin: 14px 0;
  }
  .prose h1,
  .prose h2 {
    font: 600 24px/32px var(--font-read);
    letter-spacing: -0.008em;
    margin: 24px 0 8px;
  }
  .prose h1 {
    font-size: 28px;
    line-height: 36px;
  }
  .prose h3,
  .prose h4,
  .prose h5,
  .prose h6 {
    font: 600 19px/28px var(--font-read);
    margin: 20px 0 6px;
  }
  .prose ul,
  .prose ol {
    padding-left: 1.4em;
  }
  .prose ul {
    list-style: disc;
  }
  .prose blockquote {
    margin-left: 0;
    padding-left: 16px;
    border-left: 2px solid var(--rule);
    font-style: italic;
    color: var(--ink-2);
  }
  .prose code {
    font: 0.85em var(--font-code);
    background: var(--sunken);
    border-radius: var(--radius-s);
    padding: 1px 4px;
  }
  .prose pre {
    font: 12px/20px var(--font-code);
    background: var(--sunken);
    border-radius: var(--radius);
    padding: 8px 10px;
    overflow-x: auto;
  }
  .prose pre code {
    font: inherit;
    background: none;
    padding: 0;
  }
  .prose table {
    border-collapse: collapse;
    font: 13px/20px var(--font-ui);
  }
  .prose th,
  .prose td {
    padding: 4px 12px 4px 0;
    border-bottom: 1px solid var(--hairline);
    text-align: left;
    vertical-align: top;
  }
`;
