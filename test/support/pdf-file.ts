import { inflateSync } from 'node:zlib';

/** What a page shows (ISO 32000-1), in points from its lower left corner. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn: a line each. */
  readonly texts: readonly PdfText[];
  /** Lines that were drawn by their points: no frames. */
  readonly strokes: readonly (readonly Point[])[];
  /** Frames of cells, by their lower left corners. */
  readonly frames: readonly Frame[];
  readonly images: readonly string[];
}

export interface Frame extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of letters. */
  readonly size: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PdfFile {
  readonly pages: readonly PdfPage[];
  readonly language: string;
  /** `Title`, `Author` and so on. */
  readonly info: Readonly<Record<string, string>>;
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
}

/** Everything that a page says, its lines parted by blanks, and blanks as every version of Node has them in dates. */
export function wordsOf({ texts }: Pick<PdfPage, 'texts'>): string {
  return texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\u00a0\u202f\u2009 ]+/g, ' ')
    .replace(/ ?– ?/g, '–');
}

/** Reads a file as pdfkit writes it, of fonts that have all letters (Type 0). */
export function pdfFile(bytes: Uint8Array): PdfFile {
  const objects = objectsOf(Buffer.from(bytes));
  const all = [...objects.values()];
  const dictionaries = (type: string) => all.filter(({ head }) => head.includes(`/Type /${type}\n`));
  const catalog = dictionaries('Catalog')[0]!;
  const fonts = dictionaries('Font').filter(({ head }) => head.includes('/Subtype /Type0'));
  const order = references(/\/Kids \[([^\]]*)\]/.exec(dictionaries('Pages')[0]!.head)?.[1] ?? '');
  return {
    pages: order.map((number) => pageOf(objects.get(number)!, objects)),
    language: textOf(/\/Lang (\([^)]*\))/.exec(catalog.head)?.[1] ?? ''),
    info: infoOf(all, objects),
    fonts: fonts.map(({ head }) => {
      const descendant = objects.get(references(/\/DescendantFonts \[([^\]]*)/.exec(head)![1]!)[0]!)!;
      const descriptor = objects.get(reference(descendant.head, 'FontDescriptor'))!;
      return {
        name: /\/BaseFont \/\S*\+(\S+)/.exec(head)![1]!,
        isEmbedded: /\/FontFile[23]? /.test(descriptor.head),
      };
    }),
  };
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}
type Objects = ReadonlyMap<number, PdfObject>;

function objectsOf(file: Buffer): Objects {
  const text = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  const beginnings = /(\d+) 0 obj\n([\s\S]*?)\n(stream\n|endobj)/g;
  for (let found = beginnings.exec(text); found; found = beginnings.exec(text)) {
    const [, number, head = '', end] = found;
    const length = end === 'endobj' ? 0 : Number(/\/Length (\d+)/.exec(head)?.[1]);
    const bytes = file.subarray(beginnings.lastIndex, beginnings.lastIndex + length);
    const isPacked = head.includes('/FlateDecode') && !head.includes('/Subtype /Image');
    objects.set(Number(number), {
      head: `${head}\n`,
      stream: (isPacked ? inflateSync(bytes) : bytes).toString('latin1'),
    });
    beginnings.lastIndex += length;
  }
  return objects;
}

function references(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

function reference(head: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1]);
}

/** A string in brackets: of two bytes a letter where it says so. */
function textOf(written: string): string {
  const bytes = Buffer.from(written.slice(1, -1).replace(/\\([\s\S])/g, '$1'), 'latin1');
  if (bytes[0] !== 0xfe) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

function infoOf(all: readonly PdfObject[], objects: Objects): PdfFile['info'] {
  const { head } = all.find((one) => one.head.includes('/Producer '))!;
  const entries = [...head.matchAll(/\/(\w+) (\d+) 0 R/g)].map(
    ([, key, number]) => [key!, textOf(objects.get(Number(number))!.head.trim())] as const,
  );
  return Object.fromEntries(entries);
}

interface Font {
  readonly letters: readonly string[];
  readonly widths: readonly number[];
}

function fontOf({ head }: PdfObject, objects: Objects): Font {
  const descendant = objects.get(references(/\/DescendantFonts \[([^\]]*)/.exec(head)![1]!)[0]!)!;
  const { stream } = objects.get(reference(head, 'ToUnicode'))!;
  const ranges = /beginbfrange\n([\s\S]*?)\nendbfrange/.exec(stream)![1]!;
  const letters = [...ranges.matchAll(/\[([^\]]*)\]/g)].flatMap(([, codes]) =>
    [...codes!.matchAll(/<([^>]*)>/g)].map(([, code]) =>
      code!.replace(/[0-9a-f]{4} ?/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16))),
    ),
  );
  const widths = /\/W \[0 \[([^\]]*)/.exec(descendant.head)![1]!.split(' ').map(Number);
  return { letters, widths };
}

function pageOf({ head }: PdfObject, objects: Objects): PdfPage {
  const [, , width, height] = /\/MediaBox \[([^\]]*)/.exec(head)![1]!.split(' ').map(Number);
  const resources = objects.get(reference(head, 'Resources'))!.head;
  const named = [...resources.matchAll(/\/([FI]\d+) (\d+) 0 R/g)].map(
    ([, name, number]) => [name!, objects.get(Number(number))!] as const,
  );
  const fonts = new Map(
    named.filter(([name]) => name.startsWith('F')).map(([name, font]) => [name, fontOf(font, objects)]),
  );
  const drawn = new Drawing(fonts);
  drawn.run(objects.get(reference(head, 'Contents'))!.stream);
  const { texts, strokes, frames, images } = drawn;
  return { width: width!, height: height!, texts, strokes, frames, images };
}

type Matrix = readonly [number, number, number, number, number, number];

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** Does what the operators of a page say, as far as a sheet has them. */
class Drawing {
  readonly texts: PdfText[] = [];
  readonly strokes: Point[][] = [];
  readonly frames: Frame[] = [];
  readonly images: string[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #place: Matrix = [1, 0, 0, 1, 0, 0];
  #path: Point[] = [];
  #font: Font | undefined;
  #size = 0;
  readonly #saved: Matrix[] = [];
  readonly #fonts: ReadonlyMap<string, Font>;

  constructor(fonts: ReadonlyMap<string, Font>) {
    this.#fonts = fonts;
  }

  run(content: string): void {
    let operands: string[] = [];
    for (const [token] of content.matchAll(/\[[^\]]*\]|[^\s[\]]+/g)) {
      if (/^[-\d.[/]/.test(token)) operands.push(token);
      else {
        this.#do(token, operands);
        operands = [];
      }
    }
  }

  #do(operator: string, operands: readonly string[]): void {
    const numbers = operands.map(Number) as unknown as Matrix;
    if (operator === 'q') this.#saved.push(this.#matrix);
    if (operator === 'Q') this.#matrix = this.#saved.pop()!;
    if (operator === 'cm') this.#matrix = product(numbers, this.#matrix);
    if (operator === 'Tm') this.#place = product(numbers, this.#matrix);
    if (operator === 'Tf')
      [this.#font, this.#size] = [this.#fonts.get(operands[0]!.slice(1)), Number(operands[1])];
    if (operator === 'TJ') this.#write(operands[0]!);
    if (operator === 'Do') this.images.push(operands[0]!.slice(1));
    if (operator === 're') this.frames.push(this.#frame(numbers));
    if (operator === 'm' || operator === 'l') this.#path.push(this.#pointAt(numbers[0], numbers[1]));
    if (operator !== 'S') return;
    if (this.#path.length > 0) this.strokes.push(this.#path);
    this.#path = [];
  }

  #pointAt(x: number, y: number): Point {
    const [, , , , ofX, ofY] = product([1, 0, 0, 1, x, y], this.#matrix);
    return { x: ofX, y: ofY };
  }

  /** Sides that are drawn downwards have no negative height. */
  #frame([x, y, width, height]: Matrix): Frame {
    const [one, other] = [this.#pointAt(x, y), this.#pointAt(x + width, y + height)];
    return {
      x: one.x,
      y: Math.min(one.y, other.y),
      width: other.x - one.x,
      height: Math.abs(other.y - one.y),
    };
  }

  #write(shown: string): void {
    const { letters, widths } = this.#font!;
    let [text, width] = ['', 0];
    for (const [, codes, move] of shown.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
      width -= Number(move ?? 0);
      for (const [code] of (codes ?? '').matchAll(/.{4}/g)) {
        text += letters[Number.parseInt(code, 16)] ?? '';
        width += widths[Number.parseInt(code, 16)] ?? 0;
      }
    }
    const [x, y] = [this.#place[4], this.#place[5]];
    this.texts.push({ text, x, y, width: (width * this.#size) / 1_000, size: this.#size });
  }
}
