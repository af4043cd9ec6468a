import { css } from 'lit';

/** A row of a form: the label on the left, the control on the right; one above the other on a phone. */
export const fields = css`
  .row {
    display: grid;
    grid-template-columns: 10.5rem minmax(0, 1fr);
    gap: 0.25rem 1rem;
  }

  .label {
    padding-top: 0.375rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  /* A field with a button, or what its number counts, at its end. */
  .joined {
    display: flex;
  }

  .joined .field {
    flex: 1;
    min-width: 0;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .joined .button,
  .joined .unit {
    display: flex;
    align-items: center;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--_edge);
    border-inline-start: 0;
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    background: var(--_shade);
  }

  /* The attribute says it to screen readers: the star is for the eyes. */
  .required::after {
    content: ' *' / '';
    color: var(--_danger);
  }

  .notes p {
    margin-top: 0.25rem;
    font-size: 0.875rem;
  }

  .error {
    color: var(--_danger);
    font-weight: 600;
  }

  .warning {
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--_notice-line);
    border-radius: var(--_radius);
    background: var(--_notice);
    color: var(--_notice-text);
  }

  @media (max-width: 36rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
