import type PDFDocument from 'pdfkit';
import { type Signature, signatureBox } from '../../domain/attendance/signature.js';
import { drawnParts, type Measure, wrappedLines } from './wrapped-text.js';

/** How a text is written. */
export interface Style {
  readonly font: 'regular' | 'bold';
  /** In points. */
  readonly size: number;
  readonly ink: string;
}

/** A place on a page, in points from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the types of pdfkit do not say of it. */
interface ImageOpener {
  openImage(image: string): { readonly width: number; readonly height: number };
}

/** From a line of text to the next, in sizes of it: as high as the letters of the font with all their accents. */
const lineHeight = 1.18;
const rule = { width: 0.5, ink: '#808080' } as const;
const shade = '#eeeeee';
/** A pen's, in points. */
const pen = { width: 0.9, ink: '#101040' } as const;

/** The pages of a document, on which texts, frames and signatures are put where they are told to be. */
export class Paper {
  /** What was parted into lines once: words of marks are on every row, and each row is measured before it is drawn. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(
    private readonly document: InstanceType<typeof PDFDocument>,
    /** Of a page, in points. */
    readonly width: number,
    readonly height: number,
  ) {}

  addPage(): void {
    this.document.addPage();
  }

  /** Draws on each page again, once it is known how many there are. @param draw of a page, from 1. */
  onEachPage(draw: (page: number, pages: number) => void): void {
    const { count } = this.document.bufferedPageRange();
    for (let page = 1; page <= count; page += 1) {
      this.document.switchToPage(page - 1);
      draw(page, count);
    }
  }

  lines(text: string, style: Style, width: number): readonly string[] {
    const key = [style.font, style.size, width, text].join(' ');
    const lines = this.known.get(key) ?? wrappedLines(text, width, this.measure(style));
    this.known.set(key, lines);
    return lines;
  }

  heightOf(lines: readonly string[], { size }: Style): number {
    return lines.length * size * lineHeight;
  }

  /** @param y of the upper edge of the first line. */
  write(lines: readonly string[], style: Style, x: number, y: number): void {
    const measure = this.measure(style);
    lines.forEach((line, index) => {
      let left = x;
      for (const part of drawnParts(line)) {
        this.use(style).fillColor(style.ink);
        this.document.text(part, left, y + index * style.size * lineHeight, { lineBreak: false });
        left += measure(part) + measure(' ');
      }
    });
  }

  /** @param x of the right edge. */
  writeBefore(text: string, style: Style, x: number, y: number): void {
    this.write([text], style, x - this.measure(style)(text), y);
  }

  frame({ x, y, width, height }: Box, isShaded: boolean): void {
    this.document.lineWidth(rule.width).rect(x, y, width, height);
    if (isShaded) this.document.fillAndStroke(shade, rule.ink);
    else this.document.stroke(rule.ink);
  }

  /** A signature as large as it becomes in a box. */
  sign(signature: Signature, { x, y, width, height }: Box): void {
    const scale = Math.min(width / signatureBox.width, height / signatureBox.height);
    this.document.save().translate(x, y).scale(scale).path(signature);
    this.document
      .lineWidth(pen.width / scale)
      .lineCap('round')
      .lineJoin('round')
      .stroke(pen.ink)
      .restore();
  }

  /** Whether an image, as a `data:` address, is one that can be drawn. */
  canDraw(image: string): boolean {
    try {
      const { width, height } = (this.document as unknown as ImageOpener).openImage(image);
      return width > 0 && height > 0;
    } catch {
      return false;
    }
  }

  /** Draws an image in the upper right corner of a box. It is once in the file, on however many pages. */
  draw(image: string, { x, y, width, height }: Box): void {
    this.document.image(image, x, y, { fit: [width, height], align: 'right' });
  }

  private measure(style: Style): Measure {
    return (text) => this.use(style).widthOfString(text);
  }

  private use({ font, size }: Style): InstanceType<typeof PDFDocument> {
    return this.document.font(font).fontSize(size);
  }
}
