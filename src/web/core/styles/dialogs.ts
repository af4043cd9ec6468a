import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(42rem, 100vw - 1rem);
    max-width: none;
    max-height: calc(100dvh - 1rem);
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 40px rgb(0 0 0 / 35%);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  form {
    display: flex;
    flex-direction: column;
    max-height: calc(100dvh - 1rem - 2px);
  }

  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
  }

  header {
    flex-wrap: nowrap;
    justify-content: space-between;
    border-bottom: 1px solid var(--_line);
  }

  footer {
    justify-content: flex-end;
    border-top: 1px solid var(--_line);
  }

  h2 {
    font-size: 1.125rem;
    font-weight: 500;
  }

  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 1rem;
  }

  .body > * + * {
    margin-top: 0.875rem;
  }

  footer .alert,
  footer .question {
    flex: 1 1 100%;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
`;

/** Of a dialog that asks a question and no more. */
export const narrowDialog = css`
  dialog {
    width: min(32rem, 100vw - 1rem);
  }
`;
