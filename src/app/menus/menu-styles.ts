import { css } from "lit";

/** How menus and their rows look. */
export const menuStyles = css`
  wa-dropdown {
    --show-duration: var(--normal);
    --hide-duration: var(--fast);
  }
  wa-dropdown::part(menu) {
    min-width: 208px;
    max-width: 360px;
    max-height: min(480px, 70vh);
    overflow: auto;
    padding: 4px;
    border: 1px solid var(--hairline);
    background: var(--raised);
    box-shadow: var(--shadow-menu);
  }
  wa-dropdown-item {
    min-height: 32px;
    padding: 4px 8px;
    border-radius: var(--radius-s);
    font-size: 13px;
    line-height: 20px;
  }
  wa-dropdown-item kbd {
    margin-left: 16px;
  }
  wa-dropdown-item .name {
    font-weight: 500;
  }
  wa-dropdown-item .what {
    display: block;
    max-width: 300px;
    color: var(--ink-3);
    font-size: 12px;
    line-height: 16px;
    white-space: normal;
  }
`;
