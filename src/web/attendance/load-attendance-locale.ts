import { loadPart } from '../core/load-part.js';
import type { Locale, MessageKey } from '../core/locale.js';
import type french from '../../locales/fr.json';

export type AttendanceKey = keyof (typeof french)['attendance'];
/** The tool's texts and those of presence. */
export type AttendanceLocale = Locale<MessageKey | AttendanceKey>;

/** Apart from what the tool says, so that nobody loads it who only plans. */
const catalogues = import.meta.glob<Readonly<Record<AttendanceKey, string>>>('../../locales/*.json', {
  query: '?attendance',
  import: 'default',
});

/** Adds the texts of presence to the tool's. */
export async function withAttendanceTexts(locale: Locale): Promise<AttendanceLocale> {
  const load = catalogues[`../../locales/${locale.language}.json`];
  if (!load) throw new Error(`There is no catalogue of presence for ${locale.language}`);
  return locale.with(await loadPart(load));
}
