import { html, raw } from 'hono/html';
import type { Html } from './page.js';

/** Strokes of a 24 × 24 drawing, by name: the host's own icon set, of which plugins choose. */
const drawings: Readonly<Record<string, string>> = {
  eye: '<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z"/><circle cx="12" cy="12" r="3"/>',
  home: '<path d="M3 11.5 12 4l9 7.5"/><path d="M5.5 10v10h5v-6h3v6h5V10"/>',
  folder: '<path d="M3 19V5h6l2 3h8v3"/><path d="M3 19l3-8h16l-3 8z"/>',
  gear: '<circle cx="12" cy="12" r="3"/><circle cx="12" cy="12" r="6.5"/><path d="M12 2v3.5M12 18.5V22M2 12h3.5M18.5 12H22M4.9 4.9l2.5 2.5M16.6 16.6l2.5 2.5M19.1 4.9l-2.5 2.5M7.4 16.6l-2.5 2.5"/>',
  list: '<path d="M8 6h13M8 12h13M8 18h13M3 6h1.5M3 12h1.5M3 18h1.5"/>',
  chart: '<path d="M3 3v18h18"/><path d="M7.5 17v-4M12 17V8M16.5 17v-6M20.5 17V5"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4.5 21c0-4.5 3-7 7.5-7s7.5 2.5 7.5 7z"/>',
  blocks:
    '<rect x="3" y="4" width="18" height="4.5"/><rect x="3" y="9.8" width="18" height="4.5"/><rect x="3" y="15.6" width="18" height="4.5"/><path d="M15 6.2h3M15 12h3M15 17.8h3"/>',
  calendar:
    '<rect x="3" y="5" width="18" height="16" rx="1"/><path d="M3 10h18M8 2.5V7M16 2.5V7M8 14h1M12 14h1M16 14h1M8 17.5h1M12 17.5h1"/>',
  trophy:
    '<path d="M7 4h10v6a5 5 0 0 1-10 0z"/><path d="M7 6H3.5c0 3.5 1.5 5 4 5M17 6h3.5c0 3.5-1.5 5-4 5M12 15v4M8 21h8l-1-2H9z"/>',
  group:
    '<circle cx="12" cy="8.5" r="3.5"/><path d="M5.5 20c0-4 2.5-6 6.5-6s6.5 2 6.5 6z"/><circle cx="4.5" cy="7" r="2.2"/><circle cx="19.5" cy="7" r="2.2"/><path d="M1 15c0-2.5 1.2-3.8 3.5-3.8M23 15c0-2.5-1.2-3.8-3.5-3.8"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l3.5 2.5"/>',
};

/** An icon that says nothing to a screen reader: the name stands beside it. An unknown name shows the blocks. */
export function icon(name: string): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${raw(drawings[name] ?? drawings['blocks'] ?? '')}
  </svg>`;
}
