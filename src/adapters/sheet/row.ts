import { type Signature, signatureBox } from '../../domain/attendance/signature.js';
import type { Paper, Style } from './paper.js';

/** Something in a cell, below what is before it: a text, a signature, or room to write by hand, in points. */
export type Block =
  | { readonly text: string; readonly style: Style }
  | { readonly signature: Signature }
  | { readonly room: number };

export interface Cell {
  readonly blocks: readonly Block[];
  readonly isShaded?: boolean;
}

/** Cells beside each other. A row is never parted by the end of a page. */
export interface Row {
  readonly cells: readonly Cell[];
  /** The least height, in points. */
  readonly least: number;
  readonly isFramed: boolean;
}

/** A row that was measured: how high it is, in points, and by what its texts were made smaller to fit. */
export interface MeasuredRow {
  readonly row: Row;
  readonly widths: readonly number[];
  readonly height: number;
  readonly scale: number;
}

/** Between a frame and what is in it, and above and below what has none. */
const padding = 4;
const unframedPadding = 1;
const mostOfSignature = 28;
/** By what texts become smaller where they would be higher than a page: long names are never cut. */
const smallerScales = [0.85, 0.7, 0.55, 0.4, 0.25];

/** @param most how high it may be, in points. */
export function measuredRow(paper: Paper, row: Row, widths: readonly number[], most: number): MeasuredRow {
  const at = (scale: number) => ({ row, widths, scale, height: heightOf(paper, row, widths, scale) });
  let measured = at(1);
  for (const scale of smallerScales) {
    if (measured.height <= most) break;
    measured = at(scale);
  }
  return measured;
}

function heightOf(paper: Paper, row: Row, widths: readonly number[], scale: number): number {
  const heights = row.cells.map(({ blocks }, index) => {
    const width = (widths[index] ?? 0) - 2 * padding;
    return blocks.reduce((sum, block) => sum + blockHeight(paper, block, width, scale), 2 * paddingOf(row));
  });
  return Math.max(row.least, ...heights);
}

function paddingOf({ isFramed }: Row): number {
  return isFramed ? padding : unframedPadding;
}

export function drawRow(
  paper: Paper,
  { row, widths, height, scale }: MeasuredRow,
  x: number,
  y: number,
): void {
  let left = x;
  row.cells.forEach(({ blocks, isShaded = false }, index) => {
    const width = widths[index] ?? 0;
    if (row.isFramed) paper.frame({ x: left, y, width, height }, isShaded);
    let top = y + paddingOf(row);
    for (const block of blocks) {
      drawBlock(paper, block, { x: left + padding, y: top, width: width - 2 * padding, scale });
      top += blockHeight(paper, block, width - 2 * padding, scale);
    }
    left += width;
  });
}

function blockHeight(paper: Paper, block: Block, width: number, scale: number): number {
  if ('room' in block) return block.room;
  if ('signature' in block) return signatureHeight(width);
  const style = scaled(block.style, scale);
  return paper.heightOf(paper.lines(block.text, style, width), style);
}

function drawBlock(
  paper: Paper,
  block: Block,
  {
    x,
    y,
    width,
    scale,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly scale: number },
): void {
  if ('signature' in block) paper.sign(block.signature, { x, y, width, height: signatureHeight(width) });
  if (!('text' in block)) return;
  const style = scaled(block.style, scale);
  paper.write(paper.lines(block.text, style, width), style, x, y);
}

function signatureHeight(width: number): number {
  return Math.min(mostOfSignature, (width * signatureBox.height) / signatureBox.width);
}

function scaled(style: Style, scale: number): Style {
  return { ...style, size: style.size * scale };
}
