import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import type { Scene } from './scene.js';

export interface ExportedFile {
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** A file as somebody downloads it; by default a trainer who reads French. */
export async function fileOf(
  { plugin, api }: Pick<Scene, 'plugin' | 'api'>,
  path: string,
  { as = 'trainer1', language = 'fr' } = {},
): Promise<ExportedFile> {
  const headers = { 'x-actor': as, 'accept-language': language };
  const response = await plugin.fetch(new Request(`${api.origin}${api.basePath}${path}`, { headers }), {});
  expect(response.status, path).to.equal(200);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Its rows, that of the headings first. */
export function csvRows(
  { bytes }: Pick<ExportedFile, 'bytes'>,
  delimiter = ';',
): readonly (readonly string[])[] {
  return parse(bytes, { bom: true, delimiter });
}

/** Its one sheet, as a reader of workbooks finds it: dates are dates, whose UTC is what clocks show. */
export async function xlsxSheet({ bytes }: Pick<ExportedFile, 'bytes'>) {
  const sheets = await readXlsx(bytes);
  expect(sheets).to.have.length(1);
  const { sheet, data } = sheets[0]!;
  return { name: sheet, rows: data as readonly (readonly unknown[])[] };
}
