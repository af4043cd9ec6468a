import { css } from 'lit';

export const commentsDialogStyles = css`
  summary {
    padding: 0.5rem 1rem;
    border-radius: var(--_radius);
    background: var(--_shade);
    cursor: pointer;
  }

  .about {
    padding: 0.75rem 1rem;
    border-top: 1px solid var(--_line);
  }

  .about h3 {
    padding: 0;
    border: 0;
    background: none;
    font-size: 1.25rem;
  }

  .writing,
  .list {
    padding-top: 0.875rem;
    border-top: 1px solid var(--_line);
  }

  .list {
    display: grid;
    justify-items: start;
    gap: 0.875rem;
  }

  .list > .notice,
  .list > .alert {
    width: 100%;
  }

  .comments comment-editor {
    flex: 1 1 100%;
  }

  .tools {
    display: flex;
    gap: 0.375rem;
  }

  .box {
    margin-bottom: 0;
  }

  .message {
    top: 0;
  }

  .message:not(:has(.box)) + * {
    margin-top: 0;
  }

  .button[aria-disabled='true'] {
    opacity: 0.55;
  }
`;
