import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { FileExportWriter } from '../../../src/adapters/export/file-export-writer.js';
import type { ExportColumn, ExportRow } from '../../../src/ports/export-writer.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';
import { csvRows, xlsxSheet } from '../../support/exported-files.js';
import { languageFiles } from '../../locales/language-files.js';
import { rejection } from '../../support/rejections.js';

const columns: readonly ExportColumn[] = ['name', 'start', 'capacity', 'enrolmentMode'];

// eslint-disable-next-line @typescript-eslint/require-await -- as rows come from a database
async function* batchesOf(...batches: readonly (readonly ExportRow[])[]) {
  yield* batches;
}

const row = (name: string): ExportRow => [
  name,
  { wallTime: '2026-12-01T09:00' as WallTime },
  12,
  { word: 'public' },
];

describe('A list as a file', () => {
  const writer = new FileExportWriter();
  const write = async (
    format: 'csv' | 'xlsx',
    language: string,
    ...batches: readonly (readonly ExportRow[])[]
  ) => ({
    bytes: Buffer.from(
      await writer.write(format, language, { of: 'Of', columns, batches: batchesOf(...batches) }),
    ),
  });
  const partsOf = ({ bytes }: { readonly bytes: Uint8Array }) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

  it('has semicolons and a byte order mark where decimals have a comma, and commas elsewhere', async () => {
    for (const [language, head] of [
      ['fr', '\ufeffNom;Date de début;'],
      ['nl', '\ufeffNaam;Begindatum;'],
      ['en', 'Name,Start date,'],
    ] as const) {
      const { bytes } = await write('csv', language, [row('a')]);
      expect(bytes.toString().startsWith(head), bytes.toString()).to.equal(true);
    }
  });

  it('has lines that end as RFC 4180 has it, the last one too, and values as they are', async () => {
    const { bytes } = await write('csv', 'en', [row('a')], [row('b\nc')]);
    const [, ...lines] = bytes.toString().split('\r\n');
    expect(lines).to.deep.equal(['a,2026-12-01 09:00,12,Public', '"b\nc",2026-12-01 09:00,12,Public', '']);
  });

  it('writes what looks like a formula as a text', async () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r']) {
      const [, [name] = []] = csvRows(await write('csv', 'fr', [row(`${sign}1+1`)]));
      expect(name).to.equal(`'${sign}1+1`);
      const parts = partsOf(await write('xlsx', 'fr', [row(`${sign}1+1`)]));
      expect(parts['xl/worksheets/sheet1.xml'])
        .to.match(/t="inlineStr"/)
        .and.not.match(/<f>/);
    }
  });

  it('keeps every sign that XML has a way to write, and shows others as unknown', async () => {
    for (const [name, read = name] of [
      [`a & <b> "c" ' ]]>`],
      ['שלום مرحبا 😀 e\u0301'],
      ['two  blanks'],
      ['_x0041_ _x000D_'],
      ['a\u0000b\u0008c\u001fd\ufffee\ud83df', 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf'],
    ] as const) {
      const { rows } = await xlsxSheet(await write('xlsx', 'fr', [row(name)]));
      expect(rows[1]?.[0]).to.equal(read.trim() === read ? read : read.trim());
      expect(partsOf(await write('xlsx', 'fr', [row(name)]))['xl/worksheets/sheet1.xml']).to.contain(
        'preserve',
      );
    }
  });

  it('has no text that is longer than a cell', async () => {
    const { rows } = await xlsxSheet(await write('xlsx', 'fr', [row('x'.repeat(40_000))]));
    expect(String(rows[1]?.[0])).to.have.length(32_767);
  });

  it('has a head that stays in view, and columns as wide as what is in them', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = partsOf(
      await write('xlsx', 'fr', [row('x'.repeat(30)), row('y')]),
    );
    expect(sheet).to.contain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    const widths = [...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).to.deep.equal([32, 18, 31, 13]);
  });

  it('numbers its rows one after the other, however they come', async () => {
    const file = await write('xlsx', 'fr', [row('a')], [row('b'), row('c')], []);
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = partsOf(file);
    expect([...sheet.matchAll(/<row r="(\d+)">/g)].map(([, number]) => number)).to.deep.equal([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect((await xlsxSheet(file)).rows.map(([name]) => name)).to.deep.equal(['Nom', 'a', 'b', 'c']);
  });

  it('is there without a row, too', async () => {
    expect((await xlsxSheet(await write('xlsx', 'fr', []))).rows).to.have.length(1);
    expect(csvRows(await write('csv', 'fr', []))).to.have.length(1);
  });

  it('is the same file for the same list, whenever it is written', async () => {
    const [first, second] = [await write('xlsx', 'fr', [row('a')]), await write('xlsx', 'fr', [row('a')])];
    expect(first.bytes.equals(second.bytes)).to.equal(true);
  });

  it('fails as reading its rows does', async () => {
    const broken = async function* () {
      yield* batchesOf([row('a')]);
      throw new Error('gone');
    };
    for (const format of ['csv', 'xlsx'] as const) {
      const error = await rejection(writer.write(format, 'fr', { of: '', columns, batches: broken() }));
      expect(error).to.have.property('message', 'gone');
    }
  });

  it('calls what the screens show as they do', () => {
    for (const { language, parts } of languageFiles) {
      const { exports: own, tool } = parts;
      for (const column of [
        'name',
        'start',
        'end',
        'enrolmentMode',
        'capacity',
        'group',
        'location',
        'trainers',
      ])
        expect(own[`column.${column}`], language).to.equal(tool[`column.${column}`]);
      for (const column of ['lastName', 'firstName', 'state'])
        expect(own[`column.${column}`], language).to.equal(tool[`participants.${column}`]);
      for (const mode of ['automatic', 'manual', 'public'])
        expect(own[`word.${mode}`], language).to.equal(tool[`enrolment.${mode}`]);
      for (const status of ['enrolled', 'waiting'])
        expect(own[`word.${status}`], language).to.equal(tool[`place.${status}`]);
    }
  });
});
