import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { createPdfSheetWriter } from '../../../src/adapters/sheet/create-pdf-sheet-writer.js';
import type { Sheet } from '../../../src/domain/attendance/sheet.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { pdfFile, wordsOf } from '../../support/pdf-file.js';
import { pngFile } from '../../support/png-file.js';
import { personOf, sheetOf, slotsOf } from '../../support/sheets.js';

const writer = createPdfSheetWriter();
const bytesOf = (change: Partial<Sheet>) => writer.write(sheetOf(change), 'fr');
const written = async (change: Partial<Sheet>) => pdfFile(await bytesOf(change));
const peopleOf = (count: number) =>
  Array.from({ length: count }, () => personOf('Amel Benali', [null, null]));

/** Letters as they are read, of a word that was drawn from the left. */
const turned = (text: string) => Array.from(text).reverse().join('');

describe('The document of a sheet', () => {
  it('says to programs what it is, in which language, of whom and when it was written', async () => {
    const { info, language } = await written({});
    expect(language).to.equal('fr');
    expect(info).to.include({
      Title: "Feuille d'émargement – Sécurité incendie – mardi 1er décembre 2026",
      Author: 'Institut Île-de-France',
      Creator: 'Séances',
      CreationDate: 'D:20261205170203Z',
    });
    const slots = [...slotsOf(1), ...slotsOf(2, { seanceName: 'Another' }).slice(2)];
    const nameless = await written({ slots, provider: { name: '', number: '', logo: '' } });
    expect(nameless.info['Title']).to.match(
      /^Feuille d'émargement – Prévention des risques – 1er\s?–\s?2 décembre 2026$/,
    );
    expect(nameless.info).not.to.have.property('Author');
  });

  it('is the same, byte by byte, for the same sheet, and another for one that was written later', async () => {
    const [first, second] = [await bytesOf({}), await bytesOf({})];
    expect(Buffer.compare(first, second)).to.equal(0);
    const later = await bytesOf({ writtenAt: '2026-12-05T17:02:04Z' as Instant });
    expect(Buffer.compare(first, later)).not.to.equal(0);
  });

  it('has all of its fonts in it', async () => {
    const { fonts } = await written({});
    expect(fonts).to.have.deep.members([
      { name: 'DejaVuSans', isEmbedded: true },
      { name: 'DejaVuSans-Bold', isEmbedded: true },
    ]);
  });

  it('has the letters of Europe, and draws what is written from the right in its order', async () => {
    const names = [
      'Élodie Łukasiewicz',
      'Ωμέγα Παπαδόπουλος',
      'Ирина Щербакова',
      'Ștefan Țepeș',
      'Nguyễn Thị Đặng',
      'Ærø Ångström',
    ];
    const people = [...names, 'משה כהן'].map((name) => personOf(name, [null, null]));
    const { pages } = await written({ people });
    const words = pages.map(wordsOf).join(' ');
    for (const name of names) expect(words).to.include(name);
    const texts = pages.flatMap((page) => page.texts);
    const [last, first] = texts.filter(({ text }) => /[\u0590-\u05ff]/.test(text));
    expect(turned(last!.text)).to.equal('כהן');
    expect(turned(first!.text)).to.equal('משה');
    expect(last!.x + last!.width).to.be.below(first!.x);
  });

  it('is written whatever letters there are', async () => {
    const people = ['محمد علي', '王小明', '김민준', 'प्रिया शर्मा', '👩‍🏫🇫🇷', '\u0000\ud800\u202e', ''].map(
      (name) => personOf(name, [null, null], name),
    );
    expect((await written({ people, session: '王小明', space: '\ud83d' })).pages).to.have.length(1);
  });

  it('is written with other fonts, for who has other letters', async () => {
    const require = createRequire(import.meta.url);
    const [regular, bold] = await Promise.all(
      ['', '-Bold'].map((face) => readFile(require.resolve(`dejavu-fonts-ttf/ttf/DejaVuSerif${face}.ttf`))),
    );
    const own = createPdfSheetWriter({ fonts: { regular: regular!, bold: bold! } });
    const { fonts } = pdfFile(await own.write(sheetOf(), 'fr'));
    expect(fonts.map(({ name }) => name)).to.have.members(['DejaVuSerif', 'DejaVuSerif-Bold']);
  });
});

describe('The logo of a sheet', () => {
  const png = pngFile({ width: 60, height: 20, bits: 8, kind: 6, samples: (x) => [x, 9, 9, 200] });
  const addressOf = (kind: string, bytes: Buffer) => `data:image/${kind};base64,${bytes.toString('base64')}`;
  const withLogo = (logo: string) => ({ provider: { name: 'Institut', number: '', logo } });
  /** Its frame alone: 60 by 20 points in three colours. */
  const jpeg = Buffer.from('ffd8ffc0001108001400' + '3c03012200021101031101ffd9', 'hex');

  it('is on each page, and once in the file', async () => {
    for (const logo of [addressOf('png', png), addressOf('jpeg', jpeg), addressOf('jpeg', png)]) {
      const { pages } = await written({ ...withLogo(logo), isBlank: true, people: peopleOf(40) });
      expect(pages.length).to.be.above(1);
      expect(pages.map(({ images }) => images)).to.deep.equal(pages.map(() => ['I1']));
    }
  });

  it('is left out when it is no image that can be drawn, without hindering the sheet', async () => {
    for (const logo of [
      'https://example.com/logo.png',
      'data:image/svg+xml;base64,PHN2Zy8+',
      addressOf('png', png.subarray(0, 60)),
      addressOf('png', jpeg.subarray(0, 4)),
      addressOf('jpeg', png.subarray(0, 60)),
      addressOf('jpeg', jpeg.subarray(0, 4)),
      addressOf('jpeg', Buffer.from(jpeg.toString('hex').replace('0014003c', '00000000'), 'hex')),
    ]) {
      const { pages } = await written(withLogo(logo));
      expect(
        pages.map(({ images }) => images),
        logo,
      ).to.deep.equal([[]]);
    }
  });
});
