import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { type PngHead, type PngLine, pngHead, pngLines, samplesOfPixel } from './png-lines.js';

/** A small file may say that it has more than fits into memory. */
const mostPixels = 2_000_000;
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const white = 255;

/**
 * A PNG image of any kind (ISO/IEC 15948) as one of the plainest: 8 bits a colour, on white, from above to below. pdfkit draws
 * some kinds wrong, and a broken one ends the process. Null for what is no image.
 */
export function plainPng(bytes: Buffer): Buffer | null {
  try {
    return bytes.subarray(0, 8).equals(signature) ? plain(chunksOf(bytes)) : null;
  } catch {
    // It ends too early, or is packed wrong.
    return null;
  }
}

type Chunks = ReadonlyMap<string, Buffer>;

/** What is in the file by its types, of each type all that there is. */
function chunksOf(png: Buffer): Chunks {
  const chunks = new Map<string, Buffer>();
  for (let place = signature.length; place < png.length;) {
    const length = png.readUInt32BE(place);
    const type = png.toString('latin1', place + 4, place + 8);
    const data = png.subarray(place + 8, place + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    place += 12 + length;
  }
  return chunks;
}

function plain(chunks: Chunks): Buffer | null {
  const head = pngHead(chunks.get('IHDR') ?? Buffer.alloc(0));
  const { width, height } = head;
  if (width * height === 0 || width * height > mostPixels) return null;
  const packed = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0), {
    // 4 samples of 16 bits, and what begins the lines of seven passes.
    maxOutputLength: width * height * 8 + height * 16,
  });
  const colour = colours(chunks, head);
  const lines = Buffer.alloc(height * lengthOfLine(width));
  for (const line of pngLines(packed, head))
    for (let column = 0; column < line.columns; column += 1) {
      const x = line.x + column * line.step;
      lines.set(colour(line, column), line.y * lengthOfLine(width) + 1 + 3 * x);
    }
  return plainFile(width, height, lines);
}

/** How a pixel of a line looks on white: red, green and blue, of 255 each. */
function colours(
  chunks: Chunks,
  head: PngHead,
): (line: PngLine, column: number) => readonly [number, number, number] {
  const { bits, kind } = head;
  const [palette, clear] = [chunks.get('PLTE'), chunks.get('tRNS')];
  const samples = samplesOfPixel[kind];
  const byte = (sample: number) =>
    bits === 16 ? sample >> 8 : Math.round((sample * white) / (2 ** bits - 1));
  return (line, column) => {
    const read = Array.from({ length: samples }, (_, index) => line.sample(column * samples + index));
    if (kind === 3) {
      const [entry = 0] = read;
      const at = (index: number) => palette?.[entry * 3 + index] ?? 0;
      return onWhite([at(0), at(1), at(2)], clear?.[entry] ?? white);
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = read.map(byte);
    if (kind === 4) return onWhite([first, first, first], second);
    if (kind === 6) return onWhite([first, second, third], fourth);
    const isClear =
      clear !== undefined && read.every((sample, index) => clear.readUInt16BE(index * 2) === sample);
    return onWhite(kind === 0 ? [first, first, first] : [first, second, third], isClear ? 0 : white);
  };
}

function onWhite(
  [red, green, blue]: readonly [number, number, number],
  alpha: number,
): readonly [number, number, number] {
  const mixed = (part: number) => white + Math.round(((part - white) * alpha) / white);
  return [mixed(red), mixed(green), mixed(blue)];
}

/** Three bytes a pixel, after one that says how the line is filtered: not at all. */
function lengthOfLine(width: number): number {
  return 1 + 3 * width;
}

function plainFile(width: number, height: number, lines: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
