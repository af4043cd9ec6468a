import { css } from 'lit';

export const listStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    padding-inline-end: 0.25rem;
    border-radius: var(--_radius);
    background: var(--_shade);
  }

  search-box {
    flex: 1 1 14rem;
  }

  /* Takes no room of its own, so that nothing moves when it comes and goes. */
  .progress {
    height: 2px;
    margin: -0.5rem 0 calc(-0.5rem - 2px);
    overflow: hidden;
  }

  .progress::before {
    content: '';
    display: block;
    width: 30%;
    height: 100%;
    background: var(--_primary);
    animation: progress 1.2s 0.2s ease-in-out infinite backwards;
  }

  @keyframes progress {
    from {
      transform: translateX(-100%);
    }

    to {
      transform: translateX(340%);
    }
  }

  @media (forced-colors: active) {
    .progress::before {
      background: Highlight;
    }
  }

  .chip {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    justify-self: start;
    padding-inline-start: 0.75rem;
    border: 1px solid var(--_line);
    border-radius: 1.25rem;
  }

  .chip .button {
    border-radius: 1.25rem;
  }

  .notice,
  .alert {
    display: grid;
    justify-items: start;
    gap: 0.75rem;
  }

  .skeleton div {
    height: 1.25rem;
    margin: 1.25rem 0;
    border-radius: var(--_radius);
    background: var(--_shade);
  }

  .results {
    padding-inline-start: 0.5rem;
  }

  .create {
    justify-self: start;
  }

  .commands {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }

  .selection {
    position: sticky;
    bottom: 0.5rem;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.375rem 0.375rem 0.375rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 2px 12px rgb(0 0 0 / 15%);
  }

  .selection :last-child {
    margin-inline-start: auto;
  }

  @media print {
    :host {
      display: block;
    }

    .toolbar,
    .progress,
    .chip,
    .selection,
    .commands {
      display: none;
    }

    .results {
      margin-top: 0.5rem;
    }
  }

  @container (max-width: 54rem) {
    .toolbar {
      padding: 0 0.5rem 0.5rem;
    }

    search-box {
      flex-basis: 100%;
    }

    sort-select {
      flex: 1 1 auto;
    }
  }
`;
