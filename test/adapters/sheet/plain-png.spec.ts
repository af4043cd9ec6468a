import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { plainPng } from '../../../src/adapters/sheet/plain-png.js';
import { plainColours, type PngDrawing, pngFile } from '../../support/png-file.js';

const [width, height] = [11, 9];

/** Kinds of images that show the same: darker to the right, lighter to below. */
const shade = (x: number, y: number) => ((x * 3 + y * 5) % 4) as 0 | 1 | 2 | 3;
const greys = [0, 85, 170, 255];
const grey = (x: number, y: number) => greys[shade(x, y)]!;

const kinds: readonly (readonly [name: string, Pick<PngDrawing, 'bits' | 'kind' | 'samples' | 'palette'>])[] =
  [
    ['grey of 2 bits', { bits: 2, kind: 0, samples: (x, y) => [shade(x, y)] }],
    ['grey of 8 bits', { bits: 8, kind: 0, samples: (x, y) => [grey(x, y)] }],
    ['grey of 16 bits', { bits: 16, kind: 0, samples: (x, y) => [grey(x, y) * 257] }],
    ['colours of 8 bits', { bits: 8, kind: 2, samples: (x, y) => Array(3).fill(grey(x, y)) as number[] }],
    [
      'colours of 16 bits',
      { bits: 16, kind: 2, samples: (x, y) => Array(3).fill(grey(x, y) * 257) as number[] },
    ],
    [
      'a palette of 4 bits',
      {
        bits: 4,
        kind: 3,
        palette: greys.flatMap((one) => [one, one, one]),
        samples: (x, y) => [shade(x, y)],
      },
    ],
    ['grey with alpha', { bits: 8, kind: 4, samples: (x, y) => [0, 255 - grey(x, y)] }],
    [
      'colours with alpha of 16 bits',
      { bits: 16, kind: 6, samples: (x, y) => [0, 0, 0, (255 - grey(x, y)) * 257] },
    ],
  ];

const expected = Array.from({ length: width * height }, (_, index) => {
  const value = grey(index % width, Math.floor(index / width));
  return [value, value, value];
});

describe('A PNG image', () => {
  for (const [name, kind] of kinds)
    for (const isInterlaced of [false, true])
      it(`is made plain: ${name}${isInterlaced ? ', interlaced' : ''}`, () => {
        const plain = plainPng(pngFile({ width, height, isInterlaced, ...kind }));
        expect(plain && plainColours(plain)).to.deep.equal(expected);
      });

  it('is white where it is clear', () => {
    const size = { width: 2, height: 1 };
    const ofPalette = pngFile({
      ...{ ...size, bits: 1, kind: 3, palette: [10, 20, 30, 40, 50, 60], clear: [0] },
      samples: (x) => [x],
    });
    const ofColour = pngFile({
      ...{ ...size, bits: 8, kind: 2, clear: [0, 10, 0, 20, 0, 30] },
      samples: (x) => (x === 0 ? [10, 20, 30] : [40, 50, 60]),
    });
    for (const file of [ofPalette, ofColour])
      expect(plainColours(plainPng(file)!)).to.deep.equal([
        [255, 255, 255],
        [40, 50, 60],
      ]);
  });

  it('is none when it ends too early, is of no kind, or is larger than memory', () => {
    const drawing = { width: 3, height: 3, bits: 8, kind: 0, samples: () => [7] };
    const file = pngFile(drawing);
    expect(plainPng(file)).not.to.equal(null);
    for (const wrong of [
      Buffer.alloc(0),
      file.subarray(1),
      file.subarray(0, 30),
      file.subarray(0, 50),
      pngFile({ ...drawing, kind: 5 }),
      pngFile({ ...drawing, bits: 3 }),
      withSize(file, 4, 3),
      withSize(file, 0, 3),
      withSize(file, 100_000, 100_000),
      Buffer.concat([file.subarray(0, 33), bomb()]),
    ])
      expect(plainPng(wrong), wrong.toString('hex').slice(0, 120)).to.equal(null);
  });
});

function withSize(file: Buffer, ofWidth: number, ofHeight: number): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt32BE(ofWidth, 16);
  changed.writeUInt32BE(ofHeight, 20);
  return changed;
}

/** Lines that are far more than the image has. */
function bomb(): Buffer {
  const data = deflateSync(Buffer.alloc(1_000_000));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from('IDAT'), data, Buffer.alloc(4)]);
}
