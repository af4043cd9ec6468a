import { serverTexts } from '../../locales/languages.js';
import type { ExportFormat, ExportTable, ExportWriter } from '../../ports/export-writer.js';
import { csvFile } from './csv-file.js';
import { sheetName } from './sheet-name.js';
import { writtenTable } from './written-table.js';
import { xlsxFile } from './xlsx-file.js';

export class FileExportWriter implements ExportWriter {
  async write(format: ExportFormat, language: string, table: ExportTable): Promise<Uint8Array<ArrayBuffer>> {
    const texts = serverTexts(language).exports;
    const written = writtenTable(table, texts);
    if (format === 'csv') return csvFile(language, written);
    return xlsxFile(sheetName(table.of, texts['list.seances']), written);
  }
}
