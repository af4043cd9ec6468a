import { css } from 'lit';
import { fields } from '../core/styles/fields.js';

export const repetitionStyles = [
  fields,
  css`
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0 0 1rem;
      border: 0;
      border-bottom: 1px solid var(--_line);
    }

    legend {
      padding: 0;
      font-weight: 600;
    }

    /* Monday to Friday in one column, the weekend in the other. */
    .weekdays {
      display: grid;
      grid-template-rows: repeat(5, auto);
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      margin-top: 0.25rem;
    }

    .weekdays label,
    .switch {
      display: flex;
      align-items: center;
      gap: 0.625rem;
      min-height: 1.75rem;
    }

    summary {
      width: fit-content;
      min-height: 1.5rem;
      cursor: pointer;
    }

    .options > * {
      margin-top: 0.75rem;
    }

    dates-field {
      display: block;
    }

    section {
      border-top: 1px solid var(--_line);
      padding-top: 0.75rem;
    }

    h3 {
      font-size: 1rem;
      font-weight: 600;
    }

    section [role='status'] {
      margin: 0.25rem 0 0.5rem;
    }

    progress {
      flex: 1 1 6rem;
      accent-color: var(--_primary);
    }

    footer [role='status'] {
      margin-inline-end: auto;
    }
  `,
];
