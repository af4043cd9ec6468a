import { expect } from 'chai';
import { createPdfSheetWriter } from '../../../src/adapters/sheet/create-pdf-sheet-writer.js';
import { marks } from '../../../src/domain/attendance/mark.js';
import type { Sheet } from '../../../src/domain/attendance/sheet.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import { serverTexts } from '../../../src/locales/languages.js';
import { languageFiles } from '../../locales/language-files.js';
import { pdfFile, type PdfFile, wordsOf } from '../../support/pdf-file.js';
import {
  cellOf,
  correctionOf,
  drawnSignature,
  personOf,
  sheetOf,
  slotOn,
  slotsOf,
} from '../../support/sheets.js';

const writer = createPdfSheetWriter();
const written = async (change: Partial<Sheet> = {}, language = 'fr'): Promise<PdfFile> =>
  pdfFile(await writer.write(sheetOf(change), language));
const wordsOn = ({ pages }: PdfFile) => pages.map(wordsOf).join('\n');

const at = (text: string) => text as Instant;
const drawn = { at: at('2026-12-01T08:05:00Z'), signature: drawnSignature };
const inWords = { at: at('2026-12-01T08:05:00Z'), signature: null };

describe('A sheet of presence as PDF', () => {
  const said: readonly (readonly [language: string, ...texts: string[]])[] = [
    [
      'fr',
      "Feuille d'émargement Institut Île-de-France N° de déclaration d'activité : 11 75 12345 67",
      "Formation : Prévention des risques Espace d'activités : Sécurité au travail",
      'Séance : Sécurité incendie Date : mardi 1er décembre 2026',
      'Durée : 7 h (2 demi-journées) Lieu : Salle Bleue, 12 rue des Écoles',
      'Participant mar. 1er déc. 2026 09:00–12:30 3 h 30 min mar. 1er déc. 2026 13:30–17:00 3 h 30 min',
      'Établi le 05/12/2026 à 18:02 (Europe/Paris). Chaque présence est inscrite dans un journal scellé',
      "n'est pas une signature électronique qualifiée au sens du règlement (UE) n° 910/2014 (eIDAS).",
      'Page 1 / 1',
    ],
    [
      'en',
      'Attendance sheet Institut Île-de-France Provider number: 11 75 12345 67',
      'Séance: Sécurité incendie Date: Tuesday 1 December 2026',
      'Duration: 7 hrs (2 half-days)',
      'Tue, 1 Dec 2026 09:00–12:30 3 hrs 30 mins',
      'Written on 05/12/2026 at 18:02 (Europe/Paris).',
      'no qualified electronic signature as defined by Regulation (EU) No 910/2014 (eIDAS).',
      'Page 1 / 1',
    ],
    [
      'nl-BE',
      'Aanwezigheidslijst Institut Île-de-France Erkenningsnummer: 11 75 12345 67',
      'Bijeenkomst: Sécurité incendie Datum: dinsdag 1 december 2026',
      'Duur: 7 uur (2 dagdelen) Locatie: Salle Bleue, 12 rue des Écoles',
      'Opgemaakt op 5/12/2026 om 18:02 (Europe/Paris).',
      'Pagina 1 / 1',
    ],
    ['de', "Feuille d'émargement"],
  ];
  for (const [language, ...texts] of said)
    it(`says what it is of and when, by whom, where and for how long: ${language}`, async () => {
      // Whether a comma stands in a date differs between versions of Node.
      const words = wordsOn(await written({}, language)).replaceAll(',', '');
      for (const text of texts) expect(words).to.include(text.replaceAll(',', ''));
    });

  it('says once what all half-days have in common, and else in the column of each', async () => {
    const slots = [
      slotOn(1, 'morning'),
      slotOn(1, 'afternoon', { seanceName: 'Gestes et postures', place: '', isOnline: true }),
      slotOn(2, 'morning', { place: '', timeZone: 'America/Montreal' as TimeZone }),
    ];
    const words = wordsOn(await written({ slots, people: [] }));
    expect(words)
      .to.include('Dates : 1er–2 décembre 2026')
      .and.not.include('Lieu :')
      .and.not.include('Séance :');
    expect(words).to.include('09:00–12:30 3 h 30 min Sécurité incendie Salle Bleue, 12 rue des Écoles');
    expect(words).to.include('13:30–17:00 3 h 30 min Gestes et postures À distance');
    expect(words).to.include('09:00–12:30 (America/Montreal) 3 h 30 min Sécurité incendie non précisé');
    expect(wordsOn(await written({ slots: slotsOf(1, { place: '' }) }))).to.include('Lieu : non précisé');
  });

  it('says each mark in words, in each language', async () => {
    const slots = Array.from({ length: marks.length + 2 }, (_, index) => slotOn(index + 1, 'morning'));
    const cells = marks.map((mark) =>
      cellOf(mark, mark === 'late' || mark === 'left-early' ? { minutes: 15 } : {}),
    );
    const people = [personOf('Amel Benali', [...cells, null, 'outside'], 'Lyon')];
    for (const [language, ...texts] of [
      [
        'fr',
        'Amel Benali Lyon Présent En retard de 15 min Parti 15 min plus tôt Excusé Absent',
        'À distance',
        'Non renseigné Non inscrit',
      ],
      ['en', 'Present Late by 15 min Left 15 min early Excused Absent Remote', 'Not marked Not enrolled'],
      [
        'nl',
        'Aanwezig 15 min te laat 15 min vroeger vertrokken Verontschuldigd Afwezig',
        'Niet ingevuld Niet ingeschreven',
      ],
    ] as const) {
      const words = wordsOn(await written({ slots, people }, language));
      for (const text of texts) expect(words.replaceAll('\n', ' ')).to.include(text);
    }
  });

  it('calls marks as the screens do', () => {
    for (const { language, parts } of languageFiles)
      for (const mark of ['present', 'excused', 'absent', 'remote'] as const)
        expect(serverTexts(language).sheets[`mark.${mark}`], language).to.equal(
          parts.attendance[`mark.${mark}`],
        );
  });

  it('draws a signature into its cell, in its proportions, and says when somebody signed', async () => {
    const cells = [cellOf('present', { signed: drawn }), cellOf('late', { minutes: 5, signed: inWords })];
    const file = await written({ people: [personOf('Amel Benali', cells)] });
    const [{ strokes, frames } = { strokes: [], frames: [] }] = file.pages;
    expect(strokes.flat()).to.have.length(5);
    const [xs, ys] = [strokes.flat().map(({ x }) => x), strokes.flat().map(({ y }) => y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    expect((right - left) / (high - low)).to.be.closeTo(3, 0.01);
    const cell = frames.filter(
      ({ x, width, y, height }) => x < left && right < x + width && y < low && high < y + height,
    );
    expect(cell).to.have.length(1);
    expect(wordsOn(file)).to.include(
      'Présent Signé à 09:05 En retard de 5 min Confirmé le 01/12/2026 à 09:05',
    );
  });

  it('has the day of a signature of another one, by the clocks of its reader', async () => {
    const signed = { at: at('2026-12-02T03:30:00Z'), signature: drawnSignature };
    const people = [personOf('Amel Benali', [cellOf('present', { signed }), null])];
    expect(wordsOn(await written({ people }))).to.include('Signé le 02/12/2026 à 04:30');
    const timeZone = 'America/Montreal' as TimeZone;
    const there = await written({ people, timeZone, slots: slotsOf(1, { timeZone }) });
    expect(wordsOn(there)).to.include('Signé à 22:30').and.not.include('(America/Montreal) 3 h');
  });

  it('says who trained, who closed each half-day, and how', async () => {
    const closed = {
      by: 'Sam Weber',
      at: at('2026-12-01T16:05:00Z'),
      isSigned: true,
      signature: drawnSignature,
    };
    const slots = [
      slotOn(1, 'morning', { closed, trainers: ['Camille Durand', 'Sam Weber'] }),
      slotOn(1, 'afternoon', { closed: { ...closed, signature: null } }),
      slotOn(2, 'morning', { closed: { ...closed, isSigned: false, signature: null } }),
      slotOn(2, 'afternoon'),
    ];
    const file = await written({ slots, people: [] });
    const words = wordsOn(file);
    expect(words).to.include('Formateur Camille Durand, Sam Weber Signé par Sam Weber le 01/12/2026 à 17:05');
    expect(words).to.include('Confirmé par Sam Weber le 01/12/2026 à 17:05');
    expect(words).to.include('Clôturé par Sam Weber le 01/12/2026 à 17:05');
    expect(words).to.include('Camille Durand Pas encore clôturé');
    expect(file.pages[0]?.strokes.flat()).to.have.length(5);
  });

  it('has both versions of what was corrected, why, by whom and when', async () => {
    const people = [personOf('Amel Benali', [cellOf('late', { minutes: 20, isCorrected: true }), null])];
    const corrections = [correctionOf(), correctionOf({ before: null, slot: 1 })];
    const words = wordsOn(await written({ people, corrections }));
    expect(words).to.include('En retard de 20 min Corrigé (voir plus bas)');
    expect(words).to.include(
      'Corrections après la clôture Amel Benali · mar. 1er déc. 2026, 09:00–12:30 Avant : Absent. Après : En retard de 20 min. ' +
        'Motif : Le train avait du retard Par Camille Durand, le 03/12/2026 à 10:00',
    );
    expect(words).to.include('13:30–17:00 Avant : Non renseigné. Après');
  });

  it('has on a blank one nothing but room to sign, for some more than are in, and for each trainer', async () => {
    const slots = slotsOf(1, { trainers: ['Camille Durand', 'Sam Weber'] });
    const cells = [cellOf('present', { signed: drawn, isCorrected: true }), 'outside'] as const;
    const people = [personOf('Amel Benali', cells), personOf('Bo Li', [null, null])];
    const file = await written({ isBlank: true, slots, people, corrections: [correctionOf()] });
    const [{ frames, strokes } = { frames: [], strokes: [] }] = file.pages;
    expect(strokes).to.deep.equal([]);
    expect(wordsOn(file))
      .to.include('Amel Benali Non inscrit Bo Li Formateur Camille Durand Sam Weber')
      .and.not.match(/Présent|Corrections|scellé/);
    const rows = new Map(frames.map(({ y, height }) => [y, height]));
    const [, ...toSign] = [...rows].sort(([one], [other]) => other - one).map(([, height]) => height);
    expect(toSign).to.have.length(2 + 3 + 1);
    expect(Math.min(...toSign)).to.be.at.least(34);
    expect(toSign.at(-1)).to.be.at.least(2 * 34);
  });
});
