import { deflateSync, inflateSync } from 'node:zlib';

/** An image to be written as PNG (ISO/IEC 15948), of any kind. */
export interface PngDrawing {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly kind: number;
  readonly isInterlaced?: boolean;
  /** Of a palette, three bytes a colour. */
  readonly palette?: readonly number[];
  /** What a tRNS chunk says, in bytes. */
  readonly clear?: readonly number[];
  readonly samples: (x: number, y: number) => readonly number[];
}

/** Its lines are filtered by each of the five ways in turn. */
export function pngFile(drawing: PngDrawing): Buffer {
  const { width, height, bits, kind, isInterlaced = false, palette, clear } = drawing;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, kind, 0, 0, isInterlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(clear ? [chunk('tRNS', Buffer.from(clear))] : []),
    chunk('IDAT', deflateSync(linesOf(drawing))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of an image of 8 bits a colour that is neither filtered nor interlaced, line by line. */
export function plainColours(png: Buffer): readonly (readonly number[])[] {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  const lines = inflateSync(png.subarray(41, 41 + length));
  return Array.from({ length: width * height }, (_, index) => {
    const place = Math.floor(index / width) * (1 + 3 * width) + 1 + 3 * (index % width);
    return [...lines.subarray(place, place + 3)];
  });
}

/** Nobody here looks at the check that ends it. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** Columns and lines of each pass, as the figure of chapter 8.2 of the standard numbers them. */
const passOf = [
  '16462646',
  '77777777',
  '56565656',
  '77777777',
  '36463646',
  '77777777',
  '56565656',
  '77777777',
];

function linesOf({ width, height, bits, isInterlaced = false, samples }: PngDrawing): Buffer {
  const lines: Buffer[] = [];
  for (const pass of isInterlaced ? '1234567' : '0') {
    let before: Buffer | undefined;
    for (let y = 0; y < height; y += 1) {
      const isIn = (x: number) => pass === '0' || passOf[y % 8]?.[x % 8] === pass;
      const columns = Array.from({ length: width }, (_, x) => x).filter(isIn);
      if (columns.length === 0) continue;
      const bytes = packed(
        columns.flatMap((x) => samples(x, y)),
        bits,
      );
      const bytesOfPixel = Math.max(1, (samples(0, 0).length * bits) / 8);
      lines.push(filtered(bytes, before ?? Buffer.alloc(bytes.length), y % 5, bytesOfPixel));
      before = bytes;
    }
  }
  return Buffer.concat(lines);
}

function packed(samples: readonly number[], bits: number): Buffer {
  const digits = samples.map((sample) => sample.toString(2).padStart(bits, '0')).join('');
  const bytes = digits.match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

function filtered(bytes: Buffer, before: Buffer, filter: number, bytesOfPixel: number): Buffer {
  const differences = [...bytes].map((byte, index) => {
    const left = bytes[index - bytesOfPixel] ?? 0;
    const up = before[index] ?? 0;
    const corner = index < bytesOfPixel ? 0 : (before[index - bytesOfPixel] ?? 0);
    const nearest = [left, up, corner].reduce((best, one) => {
      const distance = (value: number) => Math.abs(left + up - corner - value);
      return distance(one) < distance(best) ? one : best;
    });
    return byte - [0, left, up, Math.floor((left + up) / 2), nearest][filter]!;
  });
  return Buffer.from([filter, ...differences.map((difference) => difference & 255)]);
}
