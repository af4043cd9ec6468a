import { css } from 'lit';

/** From when to when a séance moves. */
export const moveStyles = css`
  .move {
    display: grid;
    gap: 0.5rem;
  }

  .move:not(:last-child) {
    margin-bottom: 0.75rem;
  }

  .move dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    margin: 0;
  }

  .move dt {
    color: var(--_muted);
  }

  .move dd {
    margin: 0;
  }
`;
