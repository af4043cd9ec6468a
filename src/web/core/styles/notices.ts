import { css } from 'lit';

/** What a {@link NoticeController} shows: above everything, and never wider than its place. */
export const notices = css`
  .message {
    position: sticky;
    top: calc(var(--_top) + 0.5rem);
    z-index: 2;
  }

  .message:focus {
    outline: none;
  }

  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    margin-bottom: 1rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    border: 1px solid var(--_primary);
    border-left-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 2px 12px rgb(0 0 0 / 15%);
  }

  .box.problem {
    border-color: var(--_danger);
  }

  .box span {
    flex: 1 1 8rem;
  }
`;
