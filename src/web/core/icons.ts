import { html, svg, type TemplateResult } from 'lit';

/** Strokes of a 24 × 24 drawing. */
const drawings = {
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>`,
  filter: svg`<path d="M3 5h18l-7 8v6l-4 2v-8z"/>`,
  columns: svg`<rect x="3" y="4" width="18" height="16" rx="1"/><path d="M12 4v16"/>`,
  more: svg`<path d="M12 5v.01M12 12v.01M12 19v.01" stroke-width="4"/>`,
  pencil: svg`<path d="M4 20l1-5L16 4l4 4L9 19z"/><path d="m13.5 6.5 4 4"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.01"/>`,
  plus: svg`<path d="M12 4v16M4 12h16"/>`,
  sheets: svg`<path d="M9 9V4h7l4 4v9h-4"/><path d="M4 8h7l4 4v9H4zM11 8v4h4"/>`,
  cancel: svg`<circle cx="12" cy="12" r="9"/><path d="m5.7 5.7 12.6 12.6"/>`,
  copy: svg`<rect x="8" y="8" width="13" height="13" rx="1"/><path d="M16 8V3H3v13h5M14.5 11.5v6M11.5 14.5h6"/>`,
  bin: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5"/>`,
  restore: svg`<path d="M4 9h11a5 5 0 0 1 0 10H9M8 5 4 9l4 4"/>`,
  download: svg`<path d="M12 3v12M6.5 9.5 12 15l5.5-5.5M4 20h16"/>`,
  table: svg`<rect x="3" y="4" width="18" height="16" rx="1"/><path d="M3 9.5h18M3 15h18M9 4v16"/>`,
  printer: svg`<path d="M7 8V3h10v5M7 17H3V8h18v9h-4"/><path d="M7 14h10v7H7z"/>`,
  check: svg`<path d="m4 13 5 5L20 7"/>`,
  move: svg`<path d="M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4"/>`,
  addPerson: svg`<circle cx="10" cy="7" r="4"/><path d="M2 21c0-5 3-7 8-7s8 2 8 7M19 6v7M15.5 9.5h7"/>`,
  back: svg`<path d="M21 12H4M10 5l-7 7 7 7"/>`,
  close: svg`<path d="m5 5 14 14M19 5 5 19"/>`,
  unsorted: svg`<path d="m8 9 4-4 4 4M8 15l4 4 4-4"/>`,
  ascending: svg`<path d="m7 15 5-6 5 6"/>`,
  descending: svg`<path d="m7 9 5 6 5-6"/>`,
  waiting: svg`<path d="M6 3h12M6 21h12M7 3c0 5 3 6 5 9 2-3 5-4 5-9M7 21c0-5 3-6 5-9 2 3 5 4 5 9"/>`,
  bell: svg`<path d="M6 16V10a6 6 0 0 1 12 0v6l2 2H4zM10 21h4M12 2v2"/>`,
  envelope: svg`<rect x="3" y="5" width="18" height="14" rx="1"/><path d="m3 7 9 7 9-7"/>`,
  calendar: svg`<rect x="3" y="5" width="18" height="16" rx="1"/><path d="M3 10h18M8 3v4M16 3v4"/>`,
  bold: svg`<path d="M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z" stroke-width="2.6"/>`,
  italic: svg`<path d="M10 4h8M6 20h8M14 4l-4 16"/>`,
  list: svg`<path d="M9 6h12M9 12h12M9 18h12"/><path d="M4 6v.01M4 12v.01M4 18v.01" stroke-width="3"/>`,
  numbers: svg`<path d="M10 6h11M10 12h11M10 18h11M3.5 4.5 5 4v5M3.5 15.5h3L3.5 20h3"/>`,
  link: svg`<path d="m9.5 14.5 5-5M11 6.5l2-2a4.6 4.6 0 0 1 6.5 6.5l-2 2M13 17.5l-2 2a4.6 4.6 0 0 1-6.5-6.5l2-2"/>`,
} as const;

export type IconName = keyof typeof drawings;

/** A drawing that says nothing to a screen reader: the button around it has the name. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
}
