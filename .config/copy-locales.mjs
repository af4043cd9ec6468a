// tsc leaves JSON that is read at run time behind: the languages go beside the code that reads them.
import { cpSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const isText = (/** @type {string} */ path) => !path.endsWith('.ts');
cpSync(new URL('src/locales/', root), new URL('dist/locales/', root), { recursive: true, filter: isText });
