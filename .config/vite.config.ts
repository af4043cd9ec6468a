import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chunksOfEntries } from './chunks-of-entries.js';
import { partsOfLanguages } from './parts-of-languages.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const entries = {
  'seance-tool': path('../src/web/seance-tool.ts'),
  'seance-admin': path('../src/web/seance-admin.ts'),
  'my-seances': path('../src/web/my-seances.ts'),
  'lti-page': path('../src/web/lti-page.ts'),
  'check-in-page': path('../src/web/check-in-page.ts'),
};

/**
 * The browser part: modules with stable names, the tool, its administration, what is somebody's own, the script of the LTI
 * host's pages and the page of check-in, and chunks that they load from beside themselves, wherever that is.
 */
export default defineConfig({
  root: path('../src/web'),
  base: './',
  publicDir: false,
  plugins: [partsOfLanguages],
  resolve: {
    alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
  },
  build: {
    outDir: path('../dist/web'),
    // Style sheets stay as they are written: browsers without `light-dark()` are not among those we support.
    cssTarget: 'esnext',
    emptyOutDir: true,
    // The size check reads from it what the first load is made of.
    manifest: true,
    // Whoever hands a library on hands its licence on.
    license: { fileName: 'licences.md' },
    // Vite's preload code expects a page of its own, and the host's page is not.
    modulePreload: false,
    lib: {
      entry: entries,
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { debugName: 'entries', name: chunksOfEntries(entries), includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
