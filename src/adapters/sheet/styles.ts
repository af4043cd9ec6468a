import type { Style } from './paper.js';

const ink = '#000000';
const faint = '#404040';

export const styles = {
  title: { font: 'bold', size: 15, ink },
  strong: { font: 'bold', size: 9, ink },
  plain: { font: 'regular', size: 9, ink },
  small: { font: 'regular', size: 7.5, ink: faint },
} as const satisfies Readonly<Record<string, Style>>;
