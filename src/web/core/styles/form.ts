import { css } from 'lit';
import { fields } from './fields.js';

export const formStyles = [
  fields,
  css`
    .body > * {
      display: block;
    }

    .body > .row {
      display: grid;
    }

    input[type='checkbox'] {
      margin-top: 0.5rem;
    }

    .field:disabled {
      background: var(--_shade);
      color: var(--_muted);
    }

    footer [role='status'] {
      margin-inline-end: auto;
    }
  `,
];
