import { IntlMessageFormat } from 'intl-messageformat';
import { isolatedValues } from './isolated.js';

/** A text of the catalogues with its values, none of which turns what is around it. */
export function filled(
  language: string,
  pattern: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return String(formatOf(language, pattern).format(isolatedValues(values)));
}

/** Read once for each language: in a rush, most answers say that a séance is full. */
const formats = new Map<string, IntlMessageFormat>();

export function formatOf(language: string, pattern: string): IntlMessageFormat {
  const key = `${language}\n${pattern}`;
  const format = formats.get(key) ?? new IntlMessageFormat(pattern, language);
  formats.set(key, format);
  return format;
}
