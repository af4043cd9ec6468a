import type { Sheet } from '../domain/attendance/sheet.js';

/** Writes sheets of presence as files to print. */
export abstract class SheetWriter {
  /** The bytes of a PDF (ISO 32000). @param language BCP 47 tag of its reader. */
  abstract write(sheet: Sheet, language: string): Promise<Uint8Array<ArrayBuffer>>;
}
