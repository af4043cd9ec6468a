import { css } from 'lit';

export const toolStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-family: var(--seances-font, inherit);
    line-height: 1.45;
  }

  .panel {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    min-height: 3rem;
    padding: 0.5rem 1rem;
    border-bottom: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_shade);
  }

  h1 {
    font-size: 1.125rem;
    font-weight: 500;
  }

  h1:focus {
    outline: none;
  }

  .session {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    min-width: 0;
  }

  .session .field {
    width: auto;
    max-width: 100%;
  }

  .content {
    padding: 1rem;
  }

  @media print {
    .panel,
    .heading {
      border: 0;
    }

    .heading,
    .content {
      padding: 0;
    }

    .message,
    view-switch {
      display: none;
    }
  }

  @container (max-width: 44rem) {
    .content {
      padding: 0.75rem;
    }
  }
`;
