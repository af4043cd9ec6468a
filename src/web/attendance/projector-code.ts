import { create } from 'qrcode/lib/core/qrcode.js';

/** The quiet zone around a QR code, in modules (ISO/IEC 18004). */
const margin = 4;

/** A QR code as a drawing. */
export interface QrDrawing {
  /** How many modules it is wide and high, its margin included. */
  readonly size: number;
  /** Path data of its dark modules. */
  readonly path: string;
}

/** The QR code of an address: a module is a unit, those of a row that touch are one stroke. */
export function qrDrawing(address: string): QrDrawing {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_unused, x) => (modules.get(y, x) ? '1' : '0')).join(''),
  );
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => {
      const width = run.length;
      return `M${index + margin} ${y + margin}h${width}v1h-${width}z`;
    }),
  );
  return { size: size + 2 * margin, path: runs.join('') };
}
