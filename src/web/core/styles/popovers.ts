import { css } from 'lit';

/** What opens beside a button. */
export const popovers = css`
  :host {
    display: inline-block;
  }

  [popover] {
    position: absolute;
    inset: auto;
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
  }
`;
