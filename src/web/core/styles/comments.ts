import { css } from 'lit';
import { richText } from './rich-text.js';

/** Comments one below the other, on a page and in a dialog. */
export const commentStyles = [
  richText,
  css`
    .panel {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    h3 {
      padding: 0.625rem 1rem;
      border-bottom: 1px solid var(--_line);
      border-radius: var(--_radius) var(--_radius) 0 0;
      background: var(--_shade);
      font-size: 1.125rem;
      font-weight: 500;
    }

    .parts {
      display: grid;
      justify-items: start;
      gap: 0.875rem;
      padding: 1rem;
    }

    .parts > .notice,
    .parts > .alert {
      width: 100%;
    }

    .comments {
      display: grid;
      gap: 0.875rem;
      width: 100%;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .comments li {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: 0.5rem 1rem;
    }

    .comments li + li {
      padding-top: 0.875rem;
      border-top: 1px solid var(--_line);
    }

    .said {
      flex: 1 1 14rem;
      min-width: 0;
    }

    .said .text {
      overflow-wrap: anywhere;
    }

    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      margin-top: 0.25rem;
      font-size: 0.875rem;
    }
  `,
];
