import { css } from 'lit';

/**
 * What the look is made of. A host changes it by setting the public properties, `--seances-…`, on `<seance-tool>` or
 * above it; the private ones, `--_…`, are what the elements inside use. Colours follow the host's `color-scheme`.
 */
export const theme = css`
  :host {
    --_text: var(--seances-text, light-dark(#1f2933, #e6ebf0));
    --_muted: var(--seances-muted, light-dark(#52606d, #a7b3bf));
    --_surface: var(--seances-surface, light-dark(#ffffff, #1b232b));
    --_shade: var(--seances-shade, light-dark(#f4f5f6, #232d37));
    --_line: var(--seances-line, light-dark(#d9dde1, #3a4754));
    --_edge: var(--seances-edge, light-dark(#7b8794, #7f8d9b));
    --_primary: var(--seances-primary, light-dark(#0f6fa8, #6cb8ec));
    --_primary-text: var(--seances-primary-text, light-dark(#ffffff, #0b1620));
    --_danger: var(--seances-danger, light-dark(#b3001b, #ff9a91));
    --_danger-text: var(--seances-danger-text, light-dark(#ffffff, #2b0705));
    --_success: var(--seances-success, light-dark(#3d6b0a, #9ccc65));
    --_success-text: var(--seances-success-text, light-dark(#ffffff, #14200a));
    --_notice: var(--seances-notice, light-dark(#fdf8b8, #3a350f));
    --_notice-line: var(--seances-notice-line, light-dark(#e5dc7c, #6b611d));
    --_notice-text: var(--seances-notice-text, light-dark(#665200, #f3e58f));
    --_radius: var(--seances-radius, 4px);
    /* How much of the window a bar of the host takes that stays above what is scrolled. */
    --_top: var(--seances-top, 0px);
  }

  /* Ink on paper, whatever the colours of the host and the scheme of the reader. */
  @media print {
    :host {
      color-scheme: light;
      --_text: #000000;
      --_muted: #444444;
      --_surface: #ffffff;
      --_shade: #ffffff;
      --_line: #999999;
      --_edge: #999999;
      --_primary: #000000;
      --_danger: #000000;
      --_success: #ffffff;
      --_success-text: #000000;
      --_notice: #ffffff;
      --_notice-line: #999999;
      --_notice-text: #000000;
    }
  }
`;
