import { expect } from 'chai';
import { createPdfSheetWriter } from '../../../src/adapters/sheet/create-pdf-sheet-writer.js';
import type { Sheet, SheetSlot } from '../../../src/domain/attendance/sheet.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { pdfFile, type PdfFile, type PdfPage, type PdfText, wordsOf } from '../../support/pdf-file.js';
import { cellOf, correctionOf, drawnSignature, personOf, sheetOf, slotsOf } from '../../support/sheets.js';

const writer = createPdfSheetWriter();
const written = async (change: Partial<Sheet>): Promise<PdfFile> =>
  pdfFile(await writer.write(sheetOf(change), 'fr'));

const signed = { at: '2026-12-01T08:05:00Z' as Instant, signature: drawnSignature };
const closed = {
  by: 'Camille Durand',
  at: '2026-12-05T16:05:00Z' as Instant,
  isSigned: true,
  signature: drawnSignature,
};

const peopleOf = (count: number, slots: readonly SheetSlot[], name = 'Amel Benali') =>
  Array.from({ length: count }, (_, index) =>
    personOf(
      `${name} ${index}`,
      slots.map((_slot, column) => cellOf('present', (index + column) % 3 === 0 ? {} : { signed })),
    ),
  );

/** Whether two texts lie over each other: letters reach from a quarter below their line to three quarters above. */
function overlap(one: PdfText, other: PdfText): boolean {
  const isBeside = one.x + one.width <= other.x + 0.1 || other.x + other.width <= one.x + 0.1;
  const isApart = (low: PdfText, high: PdfText) => low.y + low.size * 0.75 <= high.y - high.size * 0.2;
  return !isBeside && !isApart(one, other) && !isApart(other, one);
}

/** Everything is on the page, in one cell where it is in the table, and beside everything else. */
function expectInPlace({ texts, frames, strokes, width, height }: PdfPage): void {
  const isOn = (x: number, y: number) => x >= 20 && x <= width - 20 && y >= 20 && y <= height - 20;
  for (const text of texts) {
    const { x, y, size } = text;
    expect(isOn(x, y - size / 4) && isOn(x + text.width, y + size), text.text).to.equal(true);
    const around = frames.filter(
      (frame) => x >= frame.x && x < frame.x + frame.width && y >= frame.y && y < frame.y + frame.height,
    );
    for (const frame of around) {
      expect(x + text.width, text.text).to.be.at.most(frame.x + frame.width);
      expect(y - size / 4, text.text).to.be.at.least(frame.y);
      expect(y + size * 0.75, text.text).to.be.at.most(frame.y + frame.height);
    }
  }
  texts.forEach((text, index) => {
    const over = texts.slice(index + 1).filter((other) => overlap(text, other));
    expect(over, `over ${text.text}`).to.deep.equal([]);
  });
  for (const frame of frames)
    expect(isOn(frame.x, frame.y) && isOn(frame.x + frame.width, frame.y + frame.height)).to.equal(true);
  for (const { x, y } of strokes.flat())
    expect(
      frames.some(
        (frame) => x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height,
      ),
    ).to.equal(true);
}

describe('The pages of a sheet', () => {
  it('stand with two half-days, and lie with more', async () => {
    const sizes = await Promise.all(
      [1, 2].map(async (days) => (await written({ slots: slotsOf(days), people: [] })).pages[0]!),
    );
    expect(sizes.map(({ width, height }) => [width, height])).to.deep.equal([
      [595.28, 841.89],
      [841.89, 595.28],
    ]);
  });

  it('begin and end in the same way each, and name everybody once for each part of a week', async () => {
    const slots = slotsOf(5, { closed });
    const { pages } = await written({ slots, people: peopleOf(60, slots), corrections: [correctionOf()] });
    const halves = pages.map((page) => {
      expectInPlace(page);
      const words = wordsOf(page);
      expect(words).to.include('Institut Île-de-France N° de déclaration').and.include('Durée : 35 h');
      expect(words)
        .to.include(`Page ${pages.indexOf(page) + 1} / ${pages.length}`)
        .and.include('Établi le');
      expect(words).to.match(/Participant (mar\. 1er|ven\. 4) déc\./);
      return words.includes('Participant mar. 1er') ? 'first' : 'second';
    });
    for (const half of ['first', 'second']) {
      const words = pages
        .filter((_, index) => halves[index] === half)
        .map(wordsOf)
        .join(' ');
      const names = [...words.matchAll(/Amel Benali (\d+)/g)].map(([, number]) => Number(number));
      expect(names).to.deep.equal(Array.from({ length: 60 }, (_, index) => index));
      expect(words.match(/Formateur/g)).to.have.length(1);
    }
    expect(halves).to.deep.equal([...halves].sort());
    const strokes = pages.flatMap((page) => page.strokes).flat();
    expect(strokes).to.have.length(5 * (60 * 10 - 200 + 10));
    expect(wordsOf(pages.at(-1)!))
      .to.include('Corrections')
      .and.include('Amel Benali 59');
  });

  it('have room for three people on one', async () => {
    const slots = slotsOf(1, { closed });
    const { pages } = await written({ slots, people: peopleOf(3, slots) });
    expect(pages).to.have.length(1);
    expectInPlace(pages[0]!);
  });

  it('keep whole names of any length in their cells', async () => {
    const long = 'Anne-Sophie Maximilienne '.repeat(11).slice(0, 255);
    const [wide, wordless] = ['W'.repeat(255), 'W'.repeat(128)];
    const slots = slotsOf(3, {
      closed: { ...closed, by: long },
      trainers: [long, wide],
      timeZone: 'America/Argentina/ComodRivadavia' as SheetSlot['timeZone'],
    }).map((slot, index) => ({
      ...slot,
      seanceName: `${index} ${wide}`,
      place: `${index} ${long}, ${wide}`,
    }));
    const people = [long, wide].map((name) =>
      personOf(
        name,
        slots.map(() => cellOf('left-early', { minutes: 15, signed, isCorrected: true })),
        wordless,
      ),
    );
    for (const isBlank of [false, true]) {
      const { pages } = await written({
        ...{ isBlank, slots, people, session: wide, space: long },
        provider: { name: wide, number: long, logo: '' },
        corrections: [correctionOf({ person: wide, reason: 'W'.repeat(500), by: long })],
      });
      for (const page of pages) expectInPlace(page);
      const letters = pages
        .map(({ texts }) => texts.map(({ text }) => text).join(''))
        .join('')
        .replaceAll(' ', '');
      for (const name of [long, wide, wordless]) expect(letters).to.include(name.replaceAll(' ', ''));
    }
  });

  it('have no half-day, and nobody, where there is none', async () => {
    const { pages } = await written({ slots: [], people: [] });
    expect(pages).to.have.length(1);
    expectInPlace(pages[0]!);
  });
});
