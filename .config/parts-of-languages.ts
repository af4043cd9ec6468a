import { readFileSync } from 'node:fs';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/**
 * A language is one file, and nobody loads all of it: `fr.json?tool` is its part `tool`, in a chunk of its own. Messages
 * with values are parsed here, so that browsers load no parser.
 */
export const partsOfLanguages: Plugin = {
  name: 'parts-of-languages',
  load(id) {
    const [, file, part] = /^(.*\/src\/locales\/\w+\.json)\?(\w+)$/.exec(id) ?? [];
    if (file === undefined || part === undefined) return undefined;
    this.addWatchFile(file);
    const parts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Record<string, string>>>;
    const messages = Object.entries(parts[part] ?? {}).map(([key, text]) => [key, parsed(text)] as const);
    return `export default ${JSON.stringify(Object.fromEntries(messages))}`;
  },
};

/** A text without values stays what it is. */
function parsed(text: string): unknown {
  return text.includes('{') ? parse(text, { ignoreTag: true }) : text;
}
