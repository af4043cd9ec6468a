// tsc leaves JSON that is read at run time behind: the catalogues go beside the code that reads them.
import { cpSync } from 'node:fs';

const root = new URL('../', import.meta.url);
cpSync(new URL('src/adapters/http/locales/', root), new URL('dist/adapters/http/locales/', root), {
  recursive: true,
});
