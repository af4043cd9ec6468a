import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/locales/', import.meta.url);

type Part =
  'tool' | 'administration' | 'mySeances' | 'attendance' | 'answers' | 'problems' | 'calendars' | 'exports';

/** A file of `src/locales`: the texts of one language, by part and key. */
export interface LanguageFile {
  /** Such as `fr`. */
  readonly language: string;
  readonly parts: Readonly<Record<Part, Readonly<Record<string, string>>>>;
}

export const languageFiles: readonly LanguageFile[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    language: file.replace('.json', ''),
    parts: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as LanguageFile['parts'],
  }));
