// tsc leaves JSON that is read at run time behind: the catalogues go beside the code that reads them.
import { cpSync } from 'node:fs';

const root = new URL('../', import.meta.url);
for (const adapter of ['http', 'ical']) {
  const locales = `adapters/${adapter}/locales/`;
  cpSync(new URL(`src/${locales}`, root), new URL(`dist/${locales}`, root), { recursive: true });
}
