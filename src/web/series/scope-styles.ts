import { css } from 'lit';

/** The question which séances of a series are meant. */
export const scopeStyles = css`
  .scopes {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .scopes legend {
    padding: 0;
    font-weight: 600;
  }

  .scopes label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.625rem;
    min-height: 2rem;
  }

  .scopes .muted {
    font-size: 0.875rem;
  }

  [type='radio'] {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--_primary);
  }

  section {
    padding-top: 0.75rem;
    border-top: 1px solid var(--_line);
  }

  h3 {
    font-size: 1rem;
    font-weight: 600;
  }

  section [role='status'] {
    margin: 0.25rem 0 0.5rem;
  }
`;
