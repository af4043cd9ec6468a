import { css } from 'lit';
import { richText } from './rich-text.js';

export const richTextFieldStyles = [
  richText,
  css`
    .box {
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .box[aria-invalid='true'] {
      border-color: var(--_danger);
    }

    .tools {
      display: flex;
      gap: 0.125rem;
      padding: 0.125rem;
      border-bottom: 1px solid var(--_line);
      border-radius: var(--_radius) var(--_radius) 0 0;
      background: var(--_shade);
    }

    .tools button {
      display: grid;
      place-items: center;
      width: 2rem;
      height: 1.75rem;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      cursor: pointer;
    }

    .tools svg {
      width: 1rem;
      height: 1rem;
    }

    .tools button:hover,
    .tools button[aria-pressed='true'] {
      background: var(--_line);
    }

    .link {
      display: flex;
      gap: 0.375rem;
      padding: 0.375rem;
      border-bottom: 1px solid var(--_line);
    }

    .text {
      min-height: 4.5rem;
      max-height: 16rem;
      overflow: auto;
      padding: 0.5rem 0.625rem;
      overflow-wrap: anywhere;
    }
  `,
];
