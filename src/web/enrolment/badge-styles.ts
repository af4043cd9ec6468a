import { css } from 'lit';

/** "Inscrit", "En attente": said by the words, the colour only helps. */
export const badges = css`
  .state {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--_notice-line);
    border-radius: var(--_radius);
    background: var(--_notice);
    color: var(--_notice-text);
    font-size: 0.875rem;
    white-space: nowrap;
  }

  .state.enrolled {
    border-color: var(--_success);
    background: var(--_success);
    color: var(--_success-text);
  }
`;
