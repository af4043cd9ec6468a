import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Sheet } from '../../domain/attendance/sheet.js';
import { packageFolder } from '../../package-folder.js';
import type { SheetWriter } from '../../ports/sheet-writer.js';
import { drawSheet, orientationOf } from './draw-sheet.js';
import { logoOf } from './logo.js';
import { Paper } from './paper.js';
import { titleOf } from './sheet-frame.js';
import { SheetWords } from './sheet-words.js';

/** TrueType fonts, as bytes. */
export interface SheetFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface PdfSheetWriterOptions {
  /**
   * What sheets are written with, where people have names in Chinese, Japanese, Korean or Indian scripts. Default: DejaVu Sans,
   * which has Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian letters.
   */
  readonly fonts?: SheetFonts;
}

/** A4, in points (ISO 216). */
const shortEdge = 595.28;
const longEdge = 841.89;

/** Writes sheets of presence as PDF, with pdfkit, which is loaded with the fonts for the first one. */
export function createPdfSheetWriter({ fonts }: PdfSheetWriterOptions = {}): SheetWriter {
  return new PdfSheetWriter(fonts);
}

class PdfSheetWriter implements SheetWriter {
  constructor(private fonts: SheetFonts | undefined) {}

  async write(sheet: Sheet, language: string): Promise<Uint8Array<ArrayBuffer>> {
    const { default: PDFDocument } = await import('pdfkit');
    this.fonts ??= await dejaVuSans();
    const words = new SheetWords(language, sheet.timeZone);
    const layout = orientationOf(sheet);
    const document = new PDFDocument({ ...form, layout, ...about(sheet, words) });
    document.registerFont('regular', this.fonts.regular as Buffer);
    document.registerFont('bold', this.fonts.bold as Buffer);
    const [width, height] = layout === 'portrait' ? [shortEdge, longEdge] : [longEdge, shortEdge];
    await drawSheet(new Paper(document, width, height), sheet, words, logoOf(sheet.provider));
    document.end();
    return bytesOf(document);
  }
}

/** Without a font, pdfkit takes one that is not in the file. */
const form = {
  size: 'A4',
  margin: 0,
  font: '',
  autoFirstPage: false,
  bufferPages: true,
  pdfVersion: '1.7',
  displayTitle: true,
} as const;

/** What programs read of the document. The same sheet is the same bytes: nothing but it says when that was. */
function about(sheet: Sheet, words: SheetWords): PDFKit.PDFDocumentOptions {
  const { provider, writtenAt } = sheet;
  return {
    lang: words.language,
    info: {
      Title: titleOf(sheet, words),
      ...(provider.name !== '' && { Author: provider.name }),
      Creator: 'Séances',
      CreationDate: new Date(writtenAt),
    },
  };
}

async function bytesOf(document: NodeJS.ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

async function dejaVuSans(): Promise<SheetFonts> {
  const require = createRequire(new URL('plugin.json', packageFolder));
  const [regular, bold] = await Promise.all([
    readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
  ]);
  return { regular, bold };
}
