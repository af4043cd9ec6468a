import { css } from 'lit';

/** Buttons, fields and texts, alike in every element. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 3px solid var(--_primary);
    outline-offset: 2px;
  }

  h1,
  h2,
  h3,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  a {
    color: var(--_primary);
  }

  svg {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.25rem;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    text-decoration: none;
    cursor: pointer;
  }

  .button:hover {
    background: var(--_shade);
  }

  .button.primary {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_primary-text);
  }

  .button.danger {
    border-color: var(--_danger);
    background: var(--_danger);
    color: var(--_danger-text);
  }

  .button.primary:hover,
  .button.danger:hover {
    filter: brightness(0.92);
  }

  .button.icon {
    min-width: 2.25rem;
    padding: 0.375rem;
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover {
    background: var(--_shade);
  }

  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  .field {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  input[type='checkbox'] {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--_primary);
  }

  .notice {
    padding: 0.875rem 1rem;
    border: 1px solid var(--_notice-line);
    border-radius: var(--_radius);
    background: var(--_notice);
    color: var(--_notice-text);
  }

  .alert {
    padding: 0.75rem 1rem;
    border: 1px solid var(--_danger);
    border-left-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .muted {
    color: var(--_muted);
  }

  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .button.primary,
    .button.danger {
      border-width: 2px;
    }
  }

  /* On paper there is nothing to press. */
  @media print {
    .button {
      display: none;
    }

    a {
      text-decoration: none;
    }

    select.field {
      min-height: 0;
      padding: 0;
      border: 0;
      appearance: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
