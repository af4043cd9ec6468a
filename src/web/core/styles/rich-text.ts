import { css } from 'lit';

/** How the tags of a rich text look, where it is read and where it is written. */
export const richText = css`
  .text > :first-child {
    margin-top: 0;
  }

  .text > :last-child {
    margin-bottom: 0;
  }

  .text :is(p, ul, ol, blockquote, h3, h4) {
    margin: 0.5rem 0;
  }

  .text :is(h3, h4) {
    font-size: 1.0625rem;
  }

  .text blockquote {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_line);
  }
`;
