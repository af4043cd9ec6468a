/** How many samples a pixel has, by the number of its kind (ISO/IEC 15948, table 11.1). */
export const samplesOfPixel = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** What a PNG image says of itself (11.2.2). */
export interface PngHead {
  readonly width: number;
  readonly height: number;
  /** Of a sample. */
  readonly bits: number;
  readonly kind: keyof typeof samplesOfPixel;
  readonly isInterlaced: boolean;
}

/** Pixels of a line of the image: all of them, or some where it is interlaced. */
export interface PngLine {
  readonly y: number;
  /** Of the first pixel, and from one to the next. */
  readonly x: number;
  readonly step: number;
  readonly columns: number;
  /** @param index from 0, of all samples of these pixels. */
  sample(index: number): number;
}

/** Where the pixels of each pass begin, and how far they are from each other (8.2). */
const interlaced = [
  { x: 0, y: 0, right: 8, down: 8 },
  { x: 4, y: 0, right: 8, down: 8 },
  { x: 0, y: 4, right: 4, down: 8 },
  { x: 2, y: 0, right: 4, down: 4 },
  { x: 0, y: 2, right: 2, down: 4 },
  { x: 1, y: 0, right: 2, down: 2 },
  { x: 0, y: 1, right: 1, down: 2 },
] as const;
const inOne = [{ x: 0, y: 0, right: 1, down: 1 }] as const;

/** @throws RangeError when it ends too early, or is of no kind that there is. */
export function pngHead(bytes: Buffer): PngHead {
  const [bits, kind] = [bytes.readUInt8(8), bytes.readUInt8(9)];
  if (!(kind in samplesOfPixel) || ![1, 2, 4, 8, 16].includes(bits)) throw new RangeError('No kind of PNG.');
  return {
    width: bytes.readUInt32BE(0),
    height: bytes.readUInt32BE(4),
    bits,
    kind: kind as PngHead['kind'],
    isInterlaced: bytes.readUInt8(12) === 1,
  };
}

/** The lines of an image. @param packed them, unpacked and still filtered. @throws RangeError when it ends too early. */
export function* pngLines(packed: Buffer, head: PngHead): Generator<PngLine> {
  const { width, height, bits, kind, isInterlaced } = head;
  const bitsOfPixel = bits * samplesOfPixel[kind];
  let place = 0;
  for (const { x, y: first, right, down } of isInterlaced ? interlaced : inOne) {
    const columns = Math.ceil((width - x) / right);
    const length = Math.ceil((columns * bitsOfPixel) / 8);
    let line: Buffer = Buffer.alloc(length);
    for (let y = first; columns > 0 && y < height; y += down) {
      const filter = packed.readUInt8(place);
      line = unfiltered(
        packed.subarray(place + 1, place + 1 + length),
        filter,
        line,
        Math.ceil(bitsOfPixel / 8),
      );
      if (line.length < length) throw new RangeError('Too short.');
      place += 1 + length;
      yield { y, x, step: right, columns, sample: samplesIn(line, bits) };
    }
  }
}

function samplesIn(line: Buffer, bits: number): (index: number) => number {
  if (bits === 16) return (index) => line.readUInt16BE(index * 2);
  return (index) => {
    const bit = index * bits;
    return (line.readUInt8(bit >> 3) >> (8 - bits - (bit % 8))) & (2 ** bits - 1);
  };
}

/** A line of which each byte is the difference to what its neighbours let expect (9.2). */
function unfiltered(bytes: Buffer, filter: number, above: Buffer, bytesOfPixel: number): Buffer {
  const line = Buffer.alloc(bytes.length);
  bytes.forEach((byte, index) => {
    const left = line[index - bytesOfPixel] ?? 0;
    const up = above[index] ?? 0;
    line[index] =
      byte + expected(filter, left, up, index < bytesOfPixel ? 0 : (above[index - bytesOfPixel] ?? 0));
  });
  return line;
}

function expected(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? nearest(left, up, corner) : 0;
}

/** Of three neighbours the one that is nearest to where they lead (9.4, Paeth). */
function nearest(left: number, up: number, corner: number): number {
  const lead = left + up - corner;
  const [ofLeft, ofUp, ofCorner] = [left, up, corner].map((one) => Math.abs(lead - one)) as [
    number,
    number,
    number,
  ];
  if (ofLeft <= ofUp && ofLeft <= ofCorner) return left;
  return ofUp <= ofCorner ? up : corner;
}
