import { css } from 'lit';

export const binStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .deletions {
    display: grid;
    gap: 1rem;
  }

  .deletions > li {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.625rem 1rem;
    border-bottom: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_shade);
  }

  .about > div {
    flex: 1 1 16rem;
  }

  .about .muted {
    font-size: 0.875rem;
  }

  .seances {
    padding: 0 1rem;
  }

  .seances li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    align-items: center;
    gap: 0 1rem;
    padding: 0.5rem 0;
  }

  .seances li + li {
    border-top: 1px solid var(--_line);
  }

  label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.75rem;
    min-height: 1.75rem;
    overflow-wrap: anywhere;
  }

  .name {
    font-weight: 600;
  }

  .rest {
    padding-inline-start: 1.875rem;
  }

  @container (max-width: 44rem) {
    .about {
      padding: 0.625rem 0.75rem;
    }

    .seances {
      padding: 0 0.75rem;
    }

    .seances li {
      grid-template-columns: minmax(0, 1fr);
    }

    .when {
      padding-inline-start: 1.875rem;
    }
  }
`;
