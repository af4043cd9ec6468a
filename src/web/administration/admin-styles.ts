import { css } from 'lit';

/** The administration as a whole. */
export const adminStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25rem;
    margin-bottom: 1rem;
    border-bottom: 1px solid var(--_line);
  }

  .tabs a {
    margin-bottom: -1px;
    padding: 0.5rem 1rem;
    border: 1px solid transparent;
    border-radius: var(--_radius) var(--_radius) 0 0;
    text-decoration: none;
  }

  .tabs a:hover {
    background: var(--_shade);
  }

  .tabs a[aria-current] {
    border-color: var(--_line);
    border-bottom-color: var(--_surface);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 600;
  }

  /* What is said here offers nothing but to be closed: the cross stays beside it. */
  .box {
    flex-wrap: nowrap;
  }

  @container (max-width: 30rem) {
    .tabs {
      gap: 0.375rem;
      border-bottom: 0;
    }

    .tabs a {
      margin-bottom: 0;
      padding: 0.375rem 0.625rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    .tabs a[aria-current] {
      border-color: var(--_primary);
      background: var(--_primary);
      color: var(--_primary-text);
    }
  }

  @media (forced-colors: active) {
    .tabs a[aria-current] {
      border-bottom: 3px solid Highlight;
    }
  }
`;

/** One page of it. */
export const adminPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  :host([hidden]) {
    display: none;
  }
`;

export const settingsStyles = css`
  form {
    display: grid;
    gap: 1.125rem;
    max-width: 56rem;
  }

  .row {
    grid-template-columns: 16rem minmax(0, 1fr);
  }

  select.field,
  input[type='number'] {
    max-width: 24rem;
  }

  .row input[type='checkbox'] {
    margin-top: 0.5rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding-top: 1rem;
    border-top: 1px solid var(--_line);
  }

  summary {
    width: fit-content;
    min-height: 1.5rem;
    cursor: pointer;
  }

  li {
    overflow-wrap: anywhere;
  }

  @media (max-width: 36rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** The lists: places, closed days. */
export const adminTableStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
  }

  .tools search-box {
    flex: 1 1 14rem;
    border-radius: var(--_radius);
    background: var(--_shade);
  }

  .check {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.25rem;
  }

  .address span {
    display: block;
  }

  [role='status'] {
    margin: 0.75rem 0.5rem;
  }

  td.buttons {
    width: 1%;
    white-space: nowrap;
    text-align: end;
  }

  @container (max-width: 54rem) {
    td.address {
      display: block;
    }

    td.name {
      padding-inline-end: 0;
    }

    td.buttons {
      display: flex;
      width: auto;
      margin-top: 0.5rem;
    }

    td.buttons:not(:has(button)) {
      display: none;
    }
  }
`;
