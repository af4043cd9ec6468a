import { css } from 'lit';

/** The title of a page of the tool, which takes the focus when the page opens. */
export const titleStyles = css`
  h2 {
    font-size: 1.5rem;
    font-weight: 500;
    line-height: 1.25;
  }

  h2:focus {
    outline: none;
  }
`;
