import { css } from 'lit';
import { fields } from '../core/styles/fields.js';

/** Lists of dates that may be long: what is out of sight is not laid out. */
export const occurrenceStyles = [
  fields,
  css`
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding: 0.375rem 0;
      border-bottom: 1px solid var(--_line);
      content-visibility: auto;
      contain-intrinsic-block-size: auto 2.75rem;
    }

    li label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 0.625rem;
      align-items: center;
      min-height: 1.75rem;
    }

    li label .muted {
      grid-column: 2;
      font-size: 0.875rem;
      overflow-wrap: anywhere;
    }

    li .notes {
      margin-inline-start: 1.75rem;
    }

    .left-out .when {
      color: var(--_muted);
      text-decoration: line-through;
    }

    .before {
      color: var(--_muted);
    }
  `,
];
