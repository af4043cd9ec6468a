import { css } from 'lit';
import { richText } from './rich-text.js';
import { titleStyles } from './title.js';

export const detailStyles = [
  richText,
  titleStyles,
  css`
    :host {
      display: grid;
      justify-items: start;
      gap: 1.25rem;
      min-width: 0;
    }

    .title {
      width: 100%;
    }

    .series {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.5rem;
      margin-top: 0.5rem;
      color: var(--_muted);
    }

    .series span svg {
      vertical-align: -0.25em;
    }

    .buttons {
      display: flex;
      justify-content: flex-end;
      gap: 0.5rem;
      margin-top: 0.5rem;
    }

    seance-comments,
    seance-history,
    participants-panel {
      width: 100%;
    }

    .panel {
      width: 100%;
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
      padding: 1rem;
    }

    .parts > * + * {
      margin-top: 1.25rem;
    }

    .parts > div,
    .parts > dl {
      padding-bottom: 1.25rem;
      border-bottom: 1px solid var(--_line);
      overflow-wrap: anywhere;
    }

    .parts > :last-child:not(.notice) {
      padding-bottom: 0;
      border-bottom: 0;
    }

    .parts > p.notice {
      padding: 0.875rem 1rem;
    }

    dl,
    dd {
      margin: 0;
    }

    .calendar {
      margin-top: 0.75rem;
    }

    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.375rem;
    }

    dt {
      font-weight: 600;
    }

    h4 {
      margin: 0 0 0.375rem;
      font-size: 1.125rem;
      font-weight: 500;
    }

    address {
      font-style: normal;
    }

    ul {
      margin: 0;
      padding-inline-start: 1.25rem;
    }

    @media print {
      :host {
        display: block;
      }

      .panel,
      seance-comments {
        display: block;
        margin-top: 1.25rem;
      }

      h3 {
        break-after: avoid;
      }

      seance-history {
        display: none;
      }
    }
  `,
];
