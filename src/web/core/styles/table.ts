import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: block;
  }

  table {
    width: 100%;
    border-spacing: 0;
  }

  th,
  td {
    padding: 0.5rem 0.625rem;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: middle;
    overflow-wrap: anywhere;
  }

  th {
    border-bottom-width: 2px;
    vertical-align: bottom;
    overflow-wrap: normal;
  }

  :is(.start, .end) :is(.sort, time) {
    white-space: nowrap;
    overflow-wrap: normal;
    font-variant-numeric: tabular-nums;
  }

  th.capacity {
    width: 9rem;
  }

  tbody tr:nth-child(odd) {
    background: var(--_shade);
  }

  tbody tr:hover {
    box-shadow: inset 3px 0 0 var(--_primary);
  }

  tr.past {
    color: var(--_muted);
  }

  .narrow {
    width: 1%;
    white-space: nowrap;
  }

  .name a {
    display: inline-block;
    padding: 0.125rem 0;
    text-decoration: none;
  }

  .name a:hover {
    text-decoration: underline;
  }

  .series {
    display: inline-grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    vertical-align: middle;
    cursor: pointer;
  }

  .series:hover {
    background: var(--_line);
  }

  .series svg {
    width: 1rem;
    height: 1rem;
  }

  .in-text {
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--_primary);
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .in-text:hover {
    text-decoration: underline;
  }

  .places {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .left,
  .mode {
    display: block;
  }

  .left {
    font-size: 0.875rem;
  }

  .badge {
    display: inline-block;
    padding: 0 0.375rem;
    border: 1px solid var(--_line);
    border-radius: 1rem;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 400;
  }

  .comments {
    display: inline-grid;
    place-items: center;
    width: 1.5rem;
    height: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_primary);
    vertical-align: middle;
    cursor: pointer;
  }

  .comments:hover {
    background: var(--_line);
  }

  .zone {
    display: block;
    font-size: 0.8125rem;
  }

  .label {
    display: none;
  }

  input[type='checkbox'] {
    display: block;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0.125rem;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    text-align: start;
    cursor: pointer;
  }

  .sort svg {
    color: var(--_muted);
    width: 1rem;
    height: 1rem;
  }

  [aria-sort='ascending'] svg,
  [aria-sort='descending'] svg {
    color: var(--_primary);
  }

  tr.highlighted {
    animation: highlight 4s ease-out;
  }

  @keyframes highlight {
    from {
      background: var(--_notice);
    }
  }

  @container (max-width: 64rem) {
    :is(.start, .end) :is(.sort, time) {
      white-space: normal;
    }
  }

  /* Paper has room for columns, however narrow the window is. */
  @media screen {
    @container (max-width: 54rem) {
      table,
      tbody {
        display: block;
      }

      thead {
        display: none;
      }

      tbody tr {
        position: relative;
        display: grid;
        gap: 0.125rem;
        margin-bottom: 0.75rem;
        padding: 0.75rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }

      tr:has(td.narrow:first-child) {
        padding-inline-start: 2.75rem;
      }

      td {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        padding: 0;
        border: 0;
      }

      td.empty {
        display: none;
      }

      td.name {
        display: block;
        padding-inline-end: 2rem;
        font-weight: 600;
      }

      .label {
        display: inline;
        color: var(--_muted);
      }

      .name .label {
        display: none;
      }

      td.narrow {
        position: absolute;
        top: 0.625rem;
        inset-inline-start: 0.625rem;
        width: auto;
      }

      td.actions {
        top: 0.25rem;
        inset-inline: auto 0.25rem;
      }

      .zone,
      .left,
      .mode {
        display: inline;
      }
    }
  }

  @media print {
    table,
    .left {
      font-size: 0.8125rem;
    }

    th,
    td {
      padding: 0.25rem 0.5rem;
      overflow-wrap: break-word;
    }

    :is(.start, .end) :is(.sort, time) {
      white-space: normal;
    }

    /* Chromium leaves out of a repeated head what is a box of its own. */
    .sort,
    .sort span {
      display: contents;
    }

    tr {
      break-inside: avoid;
    }

    tr.past {
      color: inherit;
    }

    .narrow,
    .series,
    .comments,
    .sort svg {
      display: none;
    }
  }
`;
